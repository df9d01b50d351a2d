import type { ListTally } from '../ingest/column-tally.ts';
import { planIngest } from '../ingest/plan.ts';
import { previewPlan, type PlanPreview } from '../ingest/preview-plan.ts';
import type { OwnAlias } from '../ingest/own-aliases.ts';
import { emptyProfile, findProfile, type Profile, type ReadingRules } from '../ingest/profile.ts';
import { memberName, type RawTable } from '../ingest/raw-table.ts';

/** A list as it is known on the page: its file, with the archive that holds it, and its sheet. */
export interface ListName {
  readonly file: string;
  readonly sheet: string | null;
}

/** A list of the file that is open, its columns counted. */
export interface OpenList {
  readonly table: RawTable;
  readonly tally: ListTally;
}

/** A list as it may be chosen. */
export interface ListChoice {
  readonly label: string;
  readonly rows: number;
  /** False where its rows are not loaded: it was left out, or is taken for no list of cases. */
  readonly isRead: boolean;
}

/** What a list of a saved shape, or a new one, is read by until it is changed. */
export function startDraft(
  { table: { labels, sheet } }: OpenList,
  file: string,
  ofSet: ReadingRules,
  today: ReadingRules,
): { readonly draft: Profile; readonly saved: string | null } {
  const saved = findProfile(ofSet.profiles, labels) ?? findProfile(today.profiles, labels);
  const base = file.replace(/\.[^.]+$/, '');
  return {
    draft: saved ?? emptyProfile(sheet === null ? base : `${base} · ${sheet}`, labels),
    saved: saved?.name ?? null,
  };
}

/** What becomes of a list by `draft`. */
export function previewDraft(
  { table, tally }: OpenList,
  draft: Profile,
  asOf: string | null,
  aliases: readonly OwnAlias[],
): PlanPreview {
  return previewPlan(planIngest(table, { asOf, rules: { profiles: [draft], aliases } }), tally, draft);
}

/** The place of a list among those of its file; 0 where it is not told. A sheet that was left alone bears the name of its file. */
export function placeOf(lists: readonly OpenList[], file: string, wanted: ListName): number {
  const at = lists.findIndex(({ table: { member, sheet } }) => {
    const own = memberName(file, member);
    return (
      (own === wanted.file && sheet === wanted.sheet) || (sheet !== null && memberName(own, sheet) === wanted.file)
    );
  });
  return Math.max(0, at);
}

/** Rows of a list that the preview did not try, because it is very long; 0 = it tried them all. */
export function rowsUntried({ table, tally }: OpenList): number {
  const aside = table.notes.filter(({ action }) => action === 'set_aside').length;
  return Math.max(0, table.rows - aside - tally.rows);
}

/** A list with fewer columns that mean something is taken for none of cases. */
const FEWEST_COLUMNS = 2;

/** @param i its place among the lists of the file */
export function toChoice(
  { table, tally }: OpenList,
  i: number,
  draft: Profile | null,
  aliases: readonly OwnAlias[],
): ListChoice {
  const plan = planIngest(table, { asOf: null, rules: { profiles: draft === null ? [] : [draft], aliases } });
  const known = plan.mapping.filter(({ target }) => target !== null).length;
  return {
    label: [table.member, table.sheet].filter((part) => typeof part === 'string').join(' · ') || `${i + 1}`,
    rows: tally.rows,
    isRead: draft?.isLeftOut !== true && known >= FEWEST_COLUMNS,
  };
}
