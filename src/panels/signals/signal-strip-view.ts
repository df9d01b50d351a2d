import type { MetricRef } from '../../query/metric-query.ts';
import type { AnsweredQuery } from '../../state/metric-result.svelte.ts';
import type { Locale } from '../../text/bilingual.ts';
import { formatFigure } from '../../text/format.ts';
import { levelPhrase, SIGNALS, watchedNote } from '../../text/signals.ts';
import { labelWithVariant, variantInForce } from '../definition/definition-view.ts';
import { figureAt } from '../figure/figure.ts';
import { announcedFinding } from './announced.ts';
import { toControl } from './control-chart.ts';
import type { ControlContext } from './control-series.ts';
import { findingText } from './control-words.ts';
import { isFoundPerJudgment, isStepPerJudgment } from './per-judgment.ts';
import { levelChangeOf } from './level-change.ts';

/** The signals of many figures that are worth a look, in the order of the figures. */
export interface SignalStripView {
  readonly items: readonly SignalItem[];
  /** Said where there is no item: nothing is out of the ordinary, or nothing could be judged. */
  readonly sentence: string;
  /** How many figures were looked at, and how often chance alone shows a signal; empty where none was. */
  readonly note: string;
}

export interface SignalItem {
  readonly metric: string;
  readonly label: string;
  /** `近 7 个月持续高于以往水平`. */
  readonly text: string;
  /** Where it is looked into. */
  readonly page: 'trend' | 'reform';
}

/** Announces what touches the last complete months of the figures `refs` in an answer by month, and is no chance of many charts. */
export function toSignalStrip(
  refs: readonly MetricRef[],
  months: AnsweredQuery,
  context: ControlContext,
  locale: Locale,
): SignalStripView {
  const charts = refs.flatMap((ref) => {
    if (isComplement(ref, months)) return [];
    const chart = toControl(ref, months, context);
    return chart?.kind === 'limits' ? [{ ref, chart }] : [];
  });
  const items = charts.flatMap(({ ref, chart }): SignalItem[] => {
    const [found, step] = [announcedFinding(chart), levelChangeOf(chart)];
    const finding = found !== null && isFoundPerJudgment(ref, months.table, found) ? found : null;
    const change = step !== null && isStepPerJudgment(ref, months.table, chart) ? step : null;
    const definition = figureAt(months.table, ref, 0)?.definition;
    if (definition === undefined) return [];
    const label = labelWithVariant(definition, variantInForce(definition, ref.variant))[locale];
    const item = { metric: ref.id, label, page: 'trend' as const };
    if (finding !== null)
      return [{ ...item, text: findingText(finding, chart, months.query.monthStartDay ?? 1, locale) }];
    if (change === null) return [];
    const [before, since] = [change.before, change.since].map((level) =>
      formatFigure(level, definition.unit, definition.digits, locale),
    );
    return [{ ...item, page: 'reform', text: levelPhrase(change.event.label, before ?? '', since ?? '')[locale] }];
  });
  return {
    items,
    sentence: charts.length === 0 ? SIGNALS.nothingWatched[locale] : SIGNALS.none[locale],
    note: charts.length === 0 ? '' : watchedNote(charts.length)[locale],
  };
}

/** 1 − another figure (服判息诉率 of 上诉率): whatever happens to one happens to both, and is said once. */
function isComplement(ref: MetricRef, { table }: AnsweredQuery): boolean {
  const formula = figureAt(table, ref, 0)?.variant.formula;
  return formula?.kind === 'ratio' && formula.isComplement === true;
}
