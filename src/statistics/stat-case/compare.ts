import type { Json } from './stat-case.ts';

export interface Tolerance {
  readonly abs: number;
  readonly rel: number;
}

/**
 * The leaves in which `actual` differs from `expected`, as lines `path: expected …, got …`. Every leaf of `expected`
 * must be met: numbers within abs + rel·|expected|, null by null or NaN or absence, the rest equal as text. Further
 * members of `actual` do not count. A list of one is written as its only element where R wrote the case.
 */
export function differencesOf(
  expected: Json,
  actual: Json | undefined,
  tolerance: Tolerance,
  path = '',
): readonly string[] {
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual) || actual.length !== expected.length) {
      return [
        `${path}: expected ${expected.length} elements, got ${Array.isArray(actual) ? actual.length : typeof actual}`,
      ];
    }
    return expected.flatMap((value, i) => differencesOf(value, actual[i], tolerance, `${path}[${i}]`));
  }
  if (expected !== null && typeof expected === 'object') {
    if (actual === null || typeof actual !== 'object') return [`${path}: expected an object, got ${String(actual)}`];
    const members = new Map(Object.entries(actual));
    return Object.entries(expected).flatMap(([key, value]) =>
      differencesOf(value, members.get(key), tolerance, path === '' ? key : `${path}.${key}`),
    );
  }
  if (Array.isArray(actual) && actual.length === 1) return differencesOf(expected, actual[0], tolerance, path);
  return isMet(expected, actual, tolerance) ? [] : [`${path}: expected ${String(expected)}, got ${String(actual)}`];
}

function isMet(expected: null | boolean | number | string, actual: Json | undefined, { abs, rel }: Tolerance): boolean {
  if (expected === null) return actual === null || actual === undefined || Number.isNaN(actual);
  if (typeof expected !== 'number') return String(expected) === String(actual);
  const value = typeof actual === 'string' && actual.trim() !== '' ? Number(actual) : actual;
  return typeof value === 'number' && Math.abs(value - expected) <= abs + rel * Math.abs(expected);
}
