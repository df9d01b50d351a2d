import { parseArgs } from 'node:util';
import { LEVELS, MATTERS, parseLevel, parseMatter } from '../court/case-type.ts';
import { toIso, splitIso } from '../lib/date.ts';
import { CATALOG, findMetric, findVariant } from '../metrics/index.ts';
import type { Grain, MetricRef } from '../query/metric-query.ts';
import { DIMENSIONS, type DimensionId } from '../schema/columns.ts';
import type { Bilingual } from '../text/bilingual.ts';
import { REPORT } from '../text/report.ts';

export const FORMATS = ['json', 'csv', 'table'] as const;
export type OutputFormat = (typeof FORMATS)[number];
const GRAINS = ['month', 'quarter', 'year'] as const satisfies readonly Grain[];

/** What the command line asks for. Days are inclusive, as typed. */
export interface ReportRequest {
  readonly files: readonly string[];
  readonly from: string | null;
  readonly to: string | null;
  /** As typed, in order: names of dimensions and grains. */
  readonly by: readonly string[];
  readonly groupBy: readonly DimensionId[];
  readonly grain: Grain | null;
  readonly metrics: readonly MetricRef[];
  readonly matter: readonly string[];
  readonly level: readonly string[];
  readonly format: OutputFormat;
  /** Files with profiles of the mapping screen, as typed. */
  readonly profiles: readonly string[];
  /** True = a case that a newer list no longer has is set aside. */
  readonly isVanishedLeftOut: boolean;
}

/** A fault of the command line, as a sentence. */
export class ArgumentError extends Error {
  readonly sentence: Bilingual;

  constructor(sentence: Bilingual) {
    super(sentence.en);
    this.name = 'ArgumentError';
    this.sentence = sentence;
  }
}

/** Reads the arguments after the program's name. Throws `ArgumentError`. */
export function parseReportArguments(args: readonly string[]): ReportRequest {
  const { values, positionals } = readOptions(args);
  if (positionals.length === 0) throw new ArgumentError(REPORT.noFile);
  const from = parseDay('--from', values.from);
  const to = parseDay('--to', values.to);
  if (from !== null && to !== null && from > to) throw new ArgumentError(REPORT.emptyPeriod(from, to));
  const format = FORMATS.find((known) => known === (values.format ?? 'json'));
  if (format === undefined) throw new ArgumentError(REPORT.unknownFormat(values.format ?? ''));
  return {
    files: positionals,
    from,
    to,
    ...parseBy(toList(values.by)),
    metrics: parseMetrics(toList(values.metric), values.variant?.trim() ?? null),
    matter: parseKinds('--matter', toList(values.matter), parseMatter, MATTERS),
    level: parseKinds('--level', toList(values.level), parseLevel, LEVELS),
    format,
    profiles: values.profile ?? [],
    isVanishedLeftOut: values['leave-vanished-out'] === true,
  };
}

function readOptions(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const options = {
    from: text,
    to: text,
    by: text,
    metric: text,
    variant: text,
    matter: text,
    level: text,
    format: text,
    profile: { type: 'string', multiple: true } as const,
    'leave-vanished-out': { type: 'boolean' } as const,
  };
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new ArgumentError(REPORT.unknownOption(error instanceof Error ? error.message : String(error)));
  }
}

function toList(text: string | undefined): string[] {
  return (text ?? '')
    .split(/[,,、]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** Matters or levels in whatever words they were typed; one that is not known would quietly give 0 of everything. */
function parseKinds(
  option: string,
  texts: readonly string[],
  parse: (text: string) => string | null,
  known: readonly string[],
): string[] {
  return texts.map((text) => {
    const kind = known.find((own) => own === text) ?? parse(text);
    if (kind === null) throw new ArgumentError(REPORT.unknownKind(option, text, known.join('、')));
    return kind;
  });
}

function parseDay(option: string, text: string | undefined): string | null {
  if (text === undefined) return null;
  const iso = /^\d{4}-\d{2}-\d{2}$/.test(text) ? toIso(...splitIso(text)) : null;
  if (iso === null) throw new ArgumentError(REPORT.badDate(option, text));
  return iso;
}

function parseBy(names: readonly string[]): Pick<ReportRequest, 'by' | 'groupBy' | 'grain'> {
  const grains = names.flatMap((name) => GRAINS.filter((grain) => grain === name));
  const groupBy = names.flatMap((name) => DIMENSIONS.filter((dimension) => dimension === name));
  const unknown = names.find(
    (name) => !GRAINS.some((grain) => grain === name) && !DIMENSIONS.some((dimension) => dimension === name),
  );
  if (unknown !== undefined) throw new ArgumentError(REPORT.unknownBy(unknown, [...DIMENSIONS, ...GRAINS].join(', ')));
  if (grains.length > 1) throw new ArgumentError(REPORT.twoGrains(grains.join(', ')));
  return { by: names, groupBy, grain: grains[0] ?? null };
}

/** The named metrics, or all; `variant` counts for those that have it, the others keep their default. */
function parseMetrics(ids: readonly string[], variant: string | null): MetricRef[] {
  const unknown = ids.find((id) => findMetric(id) === undefined);
  if (unknown !== undefined)
    throw new ArgumentError(REPORT.unknownMetric(unknown, CATALOG.map(({ id }) => id).join(', ')));
  const definitions = ids.length === 0 ? CATALOG : ids.flatMap((id) => findMetric(id) ?? []);
  const refs = definitions.map((definition): MetricRef => {
    const has = variant !== null && findVariant(definition, variant) !== undefined;
    return has ? { id: definition.id, variant } : { id: definition.id };
  });
  if (variant !== null && refs.every((ref) => ref.variant === undefined))
    throw new ArgumentError(REPORT.unknownVariant(variant));
  return refs;
}
