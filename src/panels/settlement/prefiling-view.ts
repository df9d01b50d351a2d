import type { TableRow, TableView } from '../../charts/table/table-view.ts';
import type { PrefilingYear } from '../../query/settlement-prefiling.ts';
import { wilsonInterval } from '../../statistics/interval.ts';
import type { Locale } from '../../text/bilingual.ts';
import { formatCount, formatInterval, formatPercent, formatShare } from '../../text/format.ts';
import { PREFILING } from '../../text/settlement.ts';
import { FEW_CASES } from '../figure/figure.ts';

/** The first year in which 先行调解 is counted in the place of 诉前调解. */
export const BREAK_YEAR = 2025;

/** Years before the break and from it on, each as a table of its own: nothing is compared across it. */
export function toPrefilingTables(
  years: readonly PrefilingYear[],
  asOf: string | null,
  locale: Locale,
): readonly TableView[] {
  const sides = [
    { caption: PREFILING.before[locale], years: years.filter(({ year }) => year < BREAK_YEAR) },
    { caption: PREFILING.after[locale], years: years.filter(({ year }) => year >= BREAK_YEAR) },
  ];
  return sides.flatMap((side): TableView[] =>
    side.years.length === 0
      ? []
      : [
          {
            caption: side.caption,
            columns: [
              { id: 'year', label: PREFILING.year[locale], align: 'start' },
              ...(['filed', 'resolved', 'agreed', 'rate', 'interval', 'untold'] as const).map((id) => ({
                id,
                label: PREFILING[id][locale],
                align: 'end' as const,
              })),
            ],
            rows: side.years.map((year) => toRow(year, asOf, locale)),
          },
        ],
  );
}

function toRow(
  { year, filed, resolved, agreed, untold }: PrefilingYear,
  asOf: string | null,
  locale: Locale,
): TableRow {
  const isPartial = asOf !== null && asOf < `${year}-12-31`;
  const isEnough = resolved >= FEW_CASES;
  const interval = isEnough ? wilsonInterval(agreed, resolved) : null;
  const published = {
    metric: 'prefiling_success_rate',
    variant: year < BREAK_YEAR ? 'prefiling' : 'preliminary',
    numerator: agreed,
    denominator: resolved,
    group: String(year),
  };
  const name = `${year}${locale === 'zh' ? '年' : ''}`;
  return {
    id: String(year),
    cells: [
      { text: isPartial ? `${name}(${PREFILING.partial[locale]})` : name },
      { text: formatCount(filed), value: filed },
      { text: formatCount(resolved), value: resolved },
      { text: formatCount(agreed), value: agreed },
      isEnough
        ? { text: formatPercent(agreed / resolved), value: agreed / resolved, published }
        : { text: formatShare(agreed, resolved, locale), value: null },
      interval === null
        ? { text: '—', value: null }
        : { text: formatInterval(interval.lower, interval.upper, 'ratio', 1, locale), value: interval.lower },
      { text: formatCount(untold), value: untold },
    ],
  };
}
