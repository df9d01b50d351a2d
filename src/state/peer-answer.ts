import { addDays } from '../lib/date.ts';
import { findMetric } from '../metrics/index.ts';
import type { Measure, MetricRef, Period, ResultTable } from '../query/metric-query.ts';
import { packRows } from '../query/pack-answer.ts';
import { toKey } from '../query/resolve.ts';
import type { AnsweredQuery } from './metric-result.svelte.ts';
import type { Peers } from './peers.svelte.ts';
import type { TypedFigure } from './typed-figure.ts';

/** Where a court to compare with comes from. */
export type PeerOrigin = 'cases' | 'pack' | 'typed';

/** Courts of packs and typed figures that are not among `courts`, the courts of the loaded cases; in order, each once. */
export function peerCourts(peers: Peers, courts: readonly string[]): ReadonlyMap<string, PeerOrigin> {
  const found = new Map<string, PeerOrigin>();
  for (const { pack } of peers.packs)
    for (const { name } of pack.courts) if (!courts.includes(name)) found.set(name, 'pack');
  for (const { court } of peers.typed) if (!courts.includes(court) && !found.has(court)) found.set(court, 'typed');
  return found;
}

/**
 * An answer by court with the rows of packs and typed figures behind those of the loaded cases. A court that is loaded as
 * cases is taken from them alone. Typed figures join only what is asked by court alone, of the same metric, variant and
 * days; everything else is not comparable.
 */
export function withPeers(
  answer: AnsweredQuery,
  peers: Pick<Peers, 'packs' | 'typed'>,
  courts: readonly string[],
): AnsweredQuery {
  const { query } = answer;
  if (!query.groupBy.includes('court')) return answer;
  const question = { ...query, filter: withoutCourt(query.filter) };
  let table = answer.table;
  let known = [...courts];
  for (const { pack } of peers.packs) {
    table = concat(table, packRows(pack, known, question));
    known = [...known, ...pack.courts.map(({ name }) => name)];
  }
  if (query.groupBy.length === 1 && query.grain === undefined && Object.keys(question.filter).length === 0)
    table = concat(table, typedRows(peers.typed, known, query.metrics, query.period));
  return { query, table };
}

function withoutCourt(filter: AnsweredQuery['query']['filter']): AnsweredQuery['query']['filter'] {
  return Object.fromEntries(Object.entries(filter).filter(([dimension]) => dimension !== 'court'));
}

function typedRows(
  typed: readonly TypedFigure[],
  known: readonly string[],
  refs: readonly MetricRef[],
  period: Period,
): ResultTable {
  const usable = typed.filter(
    ({ court, from, to }) => !known.includes(court) && from === period.start && addDays(to, 1) === period.end,
  );
  const courts = [...new Set(usable.map(({ court }) => court))];
  const measures = refs.map((ref) => {
    const found = courts.map((court) =>
      usable.find((figure) => figure.court === court && figure.metric === ref.id && isVariant(figure, ref)),
    );
    const column = <T>(of: (figure: TypedFigure) => T) =>
      found.map((figure) => (figure === undefined ? null : of(figure)));
    const measure: Measure = {
      id: ref.id,
      variant: ref.variant ?? null,
      value: column(({ value }) => value),
      numerator: column(({ numerator }) => numerator),
      denominator: column(({ denominator }) => denominator),
      n: column(({ denominator }) => denominator),
      deviation: column(() => null),
      missing: found.map((figure) => (figure === undefined ? 'not-typed' : null)),
    };
    return [toKey(ref), measure] as const;
  });
  return {
    rowCount: courts.length,
    periodStart: null,
    groups: { court: courts },
    measures: Object.fromEntries(measures),
  };
}

function isVariant({ variant }: TypedFigure, ref: MetricRef): boolean {
  const asked = ref.variant ?? findMetric(ref.id)?.variants[0].id ?? null;
  return variant === asked;
}

/** The rows of `second` behind those of `first`, which asks for the same metrics and groups. */
function concat(first: ResultTable, second: ResultTable): ResultTable {
  if (second.rowCount === 0) return first;
  const columns = <T>(a: readonly T[] | undefined, b: readonly T[] | undefined, nothing: T): readonly T[] => [
    ...(a ?? Array.from({ length: first.rowCount }, () => nothing)),
    ...(b ?? Array.from({ length: second.rowCount }, () => nothing)),
  ];
  return {
    rowCount: first.rowCount + second.rowCount,
    periodStart: first.periodStart === null ? null : columns(first.periodStart, second.periodStart ?? undefined, ''),
    groups: Object.fromEntries(
      Object.keys(first.groups).map((dimension) => [
        dimension,
        columns(
          Object.entries(first.groups).find(([name]) => name === dimension)?.[1],
          Object.entries(second.groups).find(([name]) => name === dimension)?.[1],
          null,
        ),
      ]),
    ),
    measures: Object.fromEntries(
      Object.entries(first.measures).map(([key, measure]) => {
        const other = second.measures[key];
        return [
          key,
          {
            ...measure,
            value: columns(measure.value, other?.value, null),
            numerator: columns(measure.numerator, other?.numerator, null),
            denominator: columns(measure.denominator, other?.denominator, null),
            n: columns(measure.n, other?.n, null),
            deviation: columns(measure.deviation, other?.deviation, null),
            missing: columns(measure.missing, other?.missing, 'suppressed'),
          },
        ];
      }),
    ),
  };
}
