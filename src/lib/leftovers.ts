/** What systems and open workbooks leave in a folder. */
const LEFTOVERS = /^(?:\.|~\$|__MACOSX$|Thumbs\.db$|desktop\.ini$)/i;

/** Whether a file or folder of this name was put there by a system, not by a person. */
export function isLeftover(name: string): boolean {
  return LEFTOVERS.test(name);
}
