const ORDER = new Intl.Collator('zh-CN', { numeric: true });

/**
 * Files that came together, in the order of their names: 9月 before 10月. Nobody chooses the order in which files are
 * dropped, so it must not decide which of two lists up to the same day is the newer.
 */
export function inOrderOfNames<File extends { readonly name: string }>(files: readonly File[]): readonly File[] {
  return [...files].sort((a, b) => ORDER.compare(a.name, b.name));
}
