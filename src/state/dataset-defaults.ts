import type { DatasetSummary } from '../ingest/export-file.ts';
import type { Court } from '../query/courts.ts';
import type { DatasetAbout } from './catalog.ts';
import type { DayRange } from './period.ts';

/** The period shown until another is chosen: the catalogue's current year, or the whole span of the data. */
export function defaultRangeOf(about: DatasetAbout | null, summary: DatasetSummary | null): DayRange | null {
  const span = summary?.span ?? null;
  if (span === null) return null;
  const asOf = about?.asOf ?? null;
  return asOf === null ? span : { from: `${asOf.slice(0, 4)}-01-01`, to: asOf };
}

/** The court that the catalogue names, or the only one in the data; else null. */
export function ownCourtOf(about: DatasetAbout | null, courts: readonly Court[]): string | null {
  return about?.ownCourt ?? (courts.length === 1 ? (courts[0]?.name ?? null) : null);
}
