import type { LimitQuestion } from '../ingest/ingest-plan.ts';
import type { CaseKinds } from './load-kinds.ts';
import { createMap } from './load-map.ts';
import type { LoadStep } from './load-request.ts';

/** The lookup table of statutory limits, and the filing days from which other limits are in force. */
export interface LoadedLimits {
  readonly table: string;
  readonly eras: readonly string[];
}

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;
const BEFORE_ALL = '1950-01-01';

/** Asks for the limit of every kind of case, procedure and era of the list. */
export async function loadLimits(step: LoadStep, kinds: CaseKinds): Promise<LoadedLimits> {
  const table = `ingest_limit_${step.fileId}`;
  const eras = step.part.plan.limitEras.filter((day) => ISO_DAY.test(day));
  const byCode = kinds.typeCodes.map((typeCode) => ({ key: typeCode, typeCode, matter: null, level: null }));
  const byWords = kinds.matters.flatMap((matter) =>
    kinds.levels.flatMap((level) =>
      matter === null || level === null ? [] : [{ key: `${matter}/${level}`, typeCode: null, matter, level }],
    ),
  );
  const rows = [...byCode, ...byWords].flatMap(({ key, ...kind }) =>
    kinds.procedures.flatMap((procedure) =>
      [BEFORE_ALL, ...eras].flatMap((filedOn, era) => limitRow(step, key, { ...kind, procedure, filedOn }, era)),
    ),
  );
  await createMap(
    step.engine.connector,
    table,
    [
      { name: 'kind', type: 'VARCHAR' },
      { name: 'procedure', type: 'VARCHAR' },
      { name: 'era', type: 'INTEGER' },
      { name: 'months', type: 'INTEGER' },
      { name: 'days', type: 'INTEGER' },
    ],
    rows,
    step.signal,
  );
  return { table, eras };
}

function limitRow(step: LoadStep, key: string, question: LimitQuestion, era: number): (string | null)[][] {
  const limit = step.part.plan.readLimit(question);
  return limit === null ? [] : [[key, question.procedure ?? '', String(era), String(limit.months), String(limit.days)]];
}

/** Joins the limit `l` to the case `s`. */
export function limitJoin({ table, eras }: LoadedLimits): string {
  const era = eras.length === 0 ? '0' : `(${eras.map((day) => `(s.filed_on >= DATE '${day}')::INTEGER`).join(' + ')})`;
  return `LEFT JOIN ${table} l ON l.kind = coalesce(s.type_code::VARCHAR, s.matter::VARCHAR || '/' || s.level::VARCHAR) AND l.procedure = coalesce(s.procedure::VARCHAR, '') AND l.era = ${era}`;
}

/** SQL of the last day of the statutory limit, extension and deduction included. */
export function limitSql(): string {
  return '((s.filed_on + to_months(l.months))::DATE + l.days + coalesce(s.extension_days, 0) + coalesce(s.deduction_days, 0))';
}

/** SQL of whether `limitSql` has a value; cheaper than to work it out twice. */
export function hasLimitSql(): string {
  return '(s.filed_on IS NOT NULL AND l.months IS NOT NULL)';
}
