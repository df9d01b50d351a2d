import type { EnforcementOutcome } from '../../query/enforcement-outcomes.ts';
import type { Locale } from '../../text/bilingual.ts';
import { ENFORCEMENT, moneyText, recoverySentence, withoutAmounts } from '../../text/enforcement.ts';
import { formatCases, formatDays, formatPercent } from '../../text/format.ts';
import { type LinkedCell, type LinkedTableView, numbers, type Opens, words } from '../reversal/linked-table.ts';

/** How first enforcement cases ended, how long that took and what came in; null where none was closed. */
export function toEnforcementTable(outcomes: readonly EnforcementOutcome[], locale: Locale): LinkedTableView | null {
  const total = outcomes.find(({ isTotal }) => isTotal);
  if (total === undefined || total.resolved === 0) return null;
  const text = (id: keyof typeof ENFORCEMENT) => ENFORCEMENT[id][locale];
  const hasMoney = total.paid > 0;
  return {
    caption: text('outcomes'),
    columns: [
      words('closing', text('closing')),
      numbers('resolved', text('resolved')),
      numbers('share', text('share')),
      numbers('median', text('median')),
      numbers('p90', text('p90')),
      numbers('mean', text('mean')),
      ...(hasMoney ? [numbers('applied', text('applied')), numbers('recovered', text('recovered'))] : []),
    ],
    rows: outcomes.map((outcome) => ({
      id: outcome.isTotal ? 'total' : `=${outcome.closing ?? ''}`,
      isInForce: outcome.isTotal,
      cells: [
        { text: outcome.isTotal ? text('total') : (outcome.closing ?? text('unknown')) },
        countCell(outcome, locale),
        { text: formatPercent(outcome.resolved / total.resolved) },
        daysCell(outcome, 'median', locale),
        daysCell(outcome, 'p90', locale),
        daysCell(outcome, 'mean', locale),
        ...(hasMoney ? [moneyCell(outcome, 'applied', locale), moneyCell(outcome, 'recovered', locale)] : []),
      ],
    })),
  };
}

/** The cases are the denominator of 执行完毕率, of one 结案方式 or of all. */
function countCell({ closing, isTotal, resolved }: EnforcementOutcome, locale: Locale): LinkedCell {
  return {
    text: formatCases(resolved, locale),
    value: resolved,
    published: { metric: 'enforcement_outcome', variant: null, n: resolved, group: isTotal ? null : closing },
    opens: casesOf({ closing, isTotal }),
  };
}

function casesOf({ closing, isTotal }: Pick<EnforcementOutcome, 'closing' | 'isTotal'>): Opens {
  return {
    metric: 'enforcement_completion_rate',
    part: 'denominator',
    ...(isTotal ? {} : { group: { closing: [closing] } }),
  };
}

function daysCell(outcome: EnforcementOutcome, id: 'median' | 'p90' | 'mean', locale: Locale): LinkedCell {
  const value = outcome[id];
  if (value === null) return { text: '—', value: null };
  const group = outcome.isTotal ? null : outcome.closing;
  return {
    text: formatDays(value, 0, locale),
    value,
    published: { metric: `enforcement_${id}_days`, variant: null, n: outcome.timed, group },
    opens: casesOf(outcome),
  };
}

function moneyCell(outcome: EnforcementOutcome, id: 'applied' | 'recovered', locale: Locale): LinkedCell {
  if (outcome.paid === 0) return { text: '—', value: null };
  return {
    text: moneyText(outcome[id], locale),
    value: outcome[id],
    published: {
      metric: `amount_${id}`,
      variant: null,
      n: outcome.paid,
      group: outcome.isTotal ? null : outcome.closing,
    },
    opens: casesOf(outcome),
  };
}

/** What stands beside the recovery rate: the median case, what was not recovered at all, the largest, and what is left out. */
export function toRecoverySentences(outcomes: readonly EnforcementOutcome[], locale: Locale): readonly string[] {
  const total = outcomes.find(({ isTotal }) => isTotal);
  if (total === undefined || total.resolved === 0) return [];
  const { paid, medianShare, unpaid, largestShare, resolved } = total;
  if (paid === 0) return [ENFORCEMENT.noAmounts[locale]];
  const sentences =
    medianShare === null || largestShare === null
      ? []
      : [recoverySentence(paid, medianShare, unpaid, largestShare)[locale]];
  return paid < resolved ? [...sentences, withoutAmounts(resolved - paid, resolved)[locale]] : sentences;
}
