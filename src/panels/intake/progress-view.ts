import type { Phase, Progress } from '../../state/dataset.svelte.ts';

export interface ProgressView {
  readonly phase: Phase;
  /** 0…1, null while the total is not known. */
  readonly share: number | null;
  readonly detail: string;
  readonly file: string | null;
  readonly isCancellable: boolean;
}

/** Bytes as MB while something is fetched, steps as n / N while files are read and loaded. */
export function toProgressView(progress: Progress): ProgressView {
  const { phase, done, total, file } = progress;
  const isBytes = phase === 'starting' || phase === 'opening';
  const of = (amount: number) => (isBytes ? `${(amount / 1e6).toFixed(1)} MB` : String(amount));
  return {
    phase,
    share: total === null || total === 0 ? null : Math.min(1, done / total),
    detail: total === null ? (isBytes ? of(done) : '') : `${of(done)} / ${of(total)}`,
    file,
    isCancellable: phase === 'reading' || phase === 'loading',
  };
}
