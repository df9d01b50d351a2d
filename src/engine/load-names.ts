import type { LoadPart } from './load-request.ts';

const COPY = / \((\d+)\)$/;

/**
 * The lists under names that tell files apart: a file that bears the name of another, loaded or in the same import, gets
 * a number behind it. The sheets of one file keep one name; the files of one archive have names of their own.
 *
 * @param taken names of the files that are loaded
 */
export function nameApart(parts: readonly LoadPart[], taken: readonly string[]): readonly LoadPart[] {
  const used = new Set(taken);
  const given = new Map<LoadPart['source'], Map<string, string>>();
  return parts.map((part) => {
    const ofSource = given.get(part.source) ?? new Map<string, string>();
    const file = ofSource.get(part.file) ?? freeName(part.file, used);
    given.set(part.source, ofSource.set(part.file, file));
    used.add(file);
    return file === part.file ? part : { ...part, file };
  });
}

/** The name that a file came with. */
export function baseName(name: string): string {
  return name.replace(COPY, '');
}

function freeName(name: string, used: ReadonlySet<string>): string {
  for (let copy = 2; used.has(name); copy += 1) {
    const next = `${baseName(name)} (${copy})`;
    if (!used.has(next)) return next;
  }
  return name;
}
