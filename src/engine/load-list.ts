import type { IngestPlan } from '../ingest/ingest-plan.ts';
import { allOrFirst } from '../lib/all-or-first.ts';
import { raw, sql } from '../sql/fragment.ts';
import type { CaseParts } from './load-case-parts.ts';
import { loadCaseNumbers } from './load-case-numbers.ts';
import { createNarrowCases, insertCases } from './load-cases.ts';
import { loadClosings } from './load-closings.ts';
import { loadConversion } from './load-conversions.ts';
import { writeCaseIssues, writeConversionIssues, writeMapIssues, writeRowNotes } from './load-issues.ts';
import { kindsOf, usefulConversions } from './load-kinds.ts';
import { loadLimits } from './load-limits.ts';
import { run } from './load-map.ts';
import { mayBeNarrow, type NarrowCases } from './load-narrow.ts';
import { loadRaw } from './load-raw.ts';
import type { LoadStep } from './load-request.ts';
import { codedColumns } from './load-rows.ts';
import { insertSequels } from './load-sequels.ts';

export interface LoadedList {
  /** Certainly no two of its rows have the same 案号. */
  readonly isUnique: boolean;
  /** Where its cases are a narrow table. */
  readonly narrow: NarrowCases | null;
}

/**
 * Loads one list: raw text, lookup tables of its distinct values, cases, issues.
 *
 * @param isOnly no other list is or will be loaded
 */
export async function loadList(step: LoadStep, isOnly: boolean): Promise<LoadedList> {
  const { plan, file } = step.part;
  const { table } = plan;
  const setAside = table.notes.filter((note) => note.action === 'set_aside').length;
  const mapping = JSON.stringify(plan.mapping.map(({ index, label }) => [label, columnOf(plan, index)]));
  await run(
    step.engine.connector,
    sql`INSERT INTO next_ingest_files VALUES (${raw(String(step.fileId))}, ${file}, ${table.format}, ${table.encoding}, ${table.sheet},
      ${raw(String(table.headerRow))}, ${raw(String(table.rows))}, ${raw(String(setAside))}, ${mapping})`,
    step.signal,
  );
  await writeRowNotes(step, table.notes);
  const { caseNumbers, conversions, ...others } = await loadTexts(step);
  const parts = { caseNumbers, conversions: usefulConversions(caseNumbers, conversions), ...others };
  const isNarrow = isOnly && mayBeNarrow(step, parts);
  const narrow = isNarrow ? await createNarrowCases(step, parts) : null;
  if (!isNarrow) await insertCases(step, parts, isOnly ? 0 : await countCases(step));
  await insertSequels(step, conversions);
  if (plan.caseNo !== null && caseNumbers?.remarks !== null && caseNumbers?.remarks !== undefined) {
    const { remarks } = caseNumbers;
    await writeMapIssues(step, remarks.table, remarks.match, table.labels[plan.caseNo] ?? '');
  }
  for (const loaded of conversions) await writeConversionIssues(step, loaded);
  await writeCaseIssues(step, labelsOf(step), caseNumbers?.isComplete === true);
  return { isUnique: caseNumbers?.isUnique ?? false, narrow };
}

/**
 * Loads the raw text of a list, and the lookup tables of what its distinct texts mean. Of a list of codes the texts are
 * known beforehand: what they mean is asked here while the engine takes the rows.
 */
async function loadTexts(step: LoadStep): Promise<CaseParts> {
  const loading = loadRaw(step);
  if (codedColumns(step) === null) await loading;
  else await Promise.race([loading, nextTask()]);
  const [, lookups] = await allOrFirst([loading, loadLookups(step)]);
  return lookups;
}

/** Until then the rows are on their way to the engine. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

async function loadLookups(step: LoadStep): Promise<CaseParts> {
  const { caseNo, conversions: planned } = step.part.plan;
  const [caseNumbers, ...conversions] = await allOrFirst([
    caseNo === null ? Promise.resolve(null) : loadCaseNumbers(step, caseNo),
    ...planned.map((conversion, i) => loadConversion(step, conversion, i)),
  ]);
  const kinds = kindsOf(caseNumbers, conversions);
  const [closings, limits] = await allOrFirst([loadClosings(step, kinds), loadLimits(step, kinds)]);
  return { caseNumbers, conversions, closings, limits };
}

async function countCases({ engine, signal }: LoadStep): Promise<number> {
  const counted = await run(engine.connector, sql`SELECT count(*)::INTEGER AS n FROM next_cases`, signal);
  return Number(counted.columns['n']?.[0] ?? 0);
}

function labelsOf(
  step: LoadStep,
): Readonly<Record<'filed' | 'resolved' | 'closing' | 'due' | 'caseNo', string | null>> {
  const { mapping } = step.part.plan;
  const labelOf = (...targets: readonly string[]) =>
    mapping.find(({ target }) => target !== null && targets.includes(target))?.label ?? null;
  return {
    filed: labelOf('filed_on', 'received_on'),
    resolved: labelOf('resolved_on', 'reported_on', 'judged_on'),
    closing: labelOf('closing'),
    due: labelOf('due_on'),
    caseNo: labelOf('case_no'),
  };
}

/** The column of `cases` that column `index` of the file was taken for; null = kept as text, not used. */
function columnOf({ caseNo, closing, conversions }: IngestPlan, index: number): string | null {
  if (index === caseNo) return 'case_no';
  if (index === closing) return 'closing';
  const conversion = conversions.find((candidate) => candidate.index === index);
  // 审级 may tell the matter too (民事一审); it is the level that it was taken for.
  return conversion?.target === 'level' ? 'level' : (conversion?.outputs[0]?.name ?? null);
}
