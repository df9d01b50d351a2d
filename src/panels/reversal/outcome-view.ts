import { CONFIGURATION } from '../../metrics/configuration.ts';
import type { AppealLinks } from '../../query/appeal-links.ts';
import type { AppealOutcome } from '../../query/appeal-outcomes.ts';
import type { ReversalReason } from '../../query/reversal-reasons.ts';
import type { Locale } from '../../text/bilingual.ts';
import { formatCases, formatPercent } from '../../text/format.ts';
import { REVERSAL } from '../../text/reversal.ts';
import { type LinkedTableView, numbers, words } from './linked-table.ts';

const REVERSED: readonly (string | null)[] = [
  ...CONFIGURATION.alteredBuckets.values,
  ...CONFIGURATION.remandedBuckets.values,
];
const UNTOLD: readonly (string | null)[] = [null, ...CONFIGURATION.unstatedResultBuckets.values];

/** How the appeals of the period ended, and which of these results count; null where none ended. */
export function toOutcomeTable(outcomes: readonly AppealOutcome[], locale: Locale): LinkedTableView | null {
  const ended = outcomes.filter(({ bySecond }) => bySecond > 0);
  const total = ended.reduce((sum, { bySecond }) => sum + bySecond, 0);
  if (total === 0) return null;
  return {
    caption: REVERSAL.outcomes[locale],
    columns: [
      words('closing', REVERSAL.outcomeOf[locale]),
      numbers('count', REVERSAL.appealsResolved[locale]),
      numbers('share', REVERSAL.share[locale]),
      words('counted', REVERSAL.counted[locale]),
    ],
    rows: ended.map(({ closing, bucket, bySecond }) => {
      const isUntold = UNTOLD.includes(bucket);
      const published = { metric: 'appeal_outcome', variant: null, n: bySecond, group: closing };
      // Appeals whose result is not told are in no rate.
      const opens = isUntold
        ? { metric: 'appeals_resolved', variant: 'all', group: { closing: [closing] } }
        : {
            metric: 'reversal_rate',
            variant: 'd3',
            part: 'denominator' as const,
            group: { closing: [closing] },
          };
      return {
        id: `${closing ?? '∅'} ${bucket ?? '∅'}`,
        cells: [
          { text: closing ?? REVERSAL.untold[locale] },
          {
            text: formatCases(bySecond, locale),
            value: bySecond,
            published,
            opens,
          },
          { text: formatPercent(bySecond / total) },
          { text: countedText(bucket, isUntold, locale) },
        ],
      };
    }),
  };
}

function countedText(bucket: string | null, isUntold: boolean, locale: Locale): string {
  if (isUntold) return `${REVERSAL.untold[locale]},${REVERSAL.untoldNote[locale]}`;
  return REVERSAL[REVERSED.includes(bucket) ? 'countsAs' : 'notCounted'][locale];
}

/** Reasons of the reversals of the period; null where there was no reversal. */
export function toReasonTable(reasons: readonly ReversalReason[], locale: Locale): LinkedTableView | null {
  const own = reasons.filter(({ bySecond }) => bySecond > 0);
  const total = own.reduce((sum, { bySecond }) => sum + bySecond, 0);
  if (total === 0) return null;
  return {
    caption: REVERSAL.reasons[locale],
    columns: [
      words('reason', REVERSAL.reason[locale]),
      numbers('count', REVERSAL.appeals[locale]),
      numbers('share', REVERSAL.share[locale]),
    ],
    rows: own.map(({ reason, bySecond }) => ({
      id: reason ?? '∅',
      cells: [
        { text: reason ?? REVERSAL.noReason[locale] },
        {
          text: formatCases(bySecond, locale),
          value: bySecond,
          published: { metric: 'reversal_reason', variant: null, n: bySecond, group: reason },
          opens: { metric: 'reversal_rate', variant: 'd3', part: 'numerator' as const, reason: { text: reason } },
        },
        { text: formatPercent(bySecond / total) },
      ],
    })),
  };
}

/** How many appeals of the period can be followed back; those that cannot open their list. */
export function toLinkTable(links: AppealLinks, locale: Locale): LinkedTableView | null {
  if (links.total === 0 && links.unattributed === 0) return null;
  const rows = [
    {
      id: 'total',
      label: REVERSAL.ownAppeals[locale],
      count: links.total,
      opens: { metric: 'appeals_resolved', variant: 'all' },
    },
    {
      id: 'linked',
      label: REVERSAL.linked[locale],
      count: links.linked,
      opens: { metric: 'appeals_resolved', variant: 'linked' },
    },
    {
      id: 'attributed',
      label: REVERSAL.attributedOnly[locale],
      count: links.attributedOnly,
      opens: { metric: 'unlinked_appeals', variant: 'a' },
    },
    {
      id: 'unattributed',
      label: REVERSAL.unattributed[locale],
      count: links.unattributed,
      opens: { metric: 'unlinked_appeals', variant: 'b', hasAllCourts: true },
    },
  ];
  return {
    caption: REVERSAL.links[locale],
    columns: [words('kind', REVERSAL.appealsResolved[locale]), numbers('count', REVERSAL.appeals[locale])],
    rows: rows.map(({ id, label, count, opens }) => ({
      id,
      cells: [
        { text: label },
        {
          text: formatCases(count, locale),
          value: count,
          published: { metric: 'appeal_links', variant: null, n: count, group: id },
          ...(count === 0 ? {} : { opens }),
        },
      ],
    })),
  };
}
