import type { Target } from './look-ahead.ts';

/** Name of the setting that is kept with the data set. */
export const TARGET_SETTING = 'pending-target';

/** The target as it was kept; null where there is none or it makes no sense. */
export function parseTarget(kept: unknown): Target | null {
  if (typeof kept !== 'object' || kept === null || !('kind' in kept) || !('value' in kept)) return null;
  const { kind, value } = kept;
  return typeof value === 'number' ? toTarget(kind, value) : null;
}

/**
 * A target as a person types it: a closing rate in percent, a stock in cases. `wrong` where it is neither empty nor
 * within bounds.
 */
export function readTarget(kind: Target['kind'], text: string): Target | null | 'wrong' {
  if (text.trim() === '') return null;
  const typed = Number(text);
  return toTarget(kind, kind === 'closing_rate' ? typed / 100 : typed) ?? 'wrong';
}

function toTarget(kind: unknown, value: number): Target | null {
  if (!Number.isFinite(value) || value < 0) return null;
  if (kind === 'closing_rate') return value <= 1 ? { kind, value } : null;
  return kind === 'pending' ? { kind, value } : null;
}
