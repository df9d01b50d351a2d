import { formatPeriod } from '../../text/format.ts';
import { ordinaryTitle, SIGNALS, silentTitle } from '../../text/signals.ts';
import { labelWithVariant, variantInForce } from '../definition/definition-view.ts';
import { isFew, valueText } from '../figure/figure.ts';
import { judgedByStart } from '../signals/control-bands.ts';
import { findingText, unchartedText } from '../signals/control-words.ts';
import { announcedFinding } from '../signals/announced.ts';
import { isFoundPerJudgment } from '../signals/per-judgment.ts';
import { findingOf } from '../signals/finding.ts';
import type { Group, TrendInput } from './trend-group.ts';
import { endOfGrain, namedAfter } from './trend-query.ts';
import { isAfter } from './trend-series.ts';

/**
 * The finding, where one is worth announcing; else where the last complete period stands and, with limits, that it is
 * ordinary, or that its signal is not beyond chance against the year before. Without a value, just the name of the metric.
 */
export function titleOf(input: TrendInput, groups: readonly Group[]): string {
  const { definition, ref, locale, answer } = input;
  const name = labelWithVariant(definition, variantInForce(definition, ref.variant))[locale];
  const only = groups.length === 1 ? groups[0] : undefined;
  if (only === undefined || answer.query.groupBy.length > 0) return name;
  const grain = answer.query.grain ?? 'month';
  const complete = only.figures.map((figure, i) => {
    const end = endOfGrain(only.starts[i] ?? '', grain);
    return figure.value !== null && !isFew(figure) && end <= answer.query.period.end && !isAfter(end, input.asOf);
  });
  const last = complete.lastIndexOf(true);
  const figure = only.figures[last];
  const start = only.starts[last];
  if (figure === undefined || start === undefined) return name;
  const startDay = answer.query.monthStartDay ?? 1;
  const period = formatPeriod(namedAfter(start, startDay), grain, locale);
  const { control } = input;
  if (control?.kind === 'limits' && judgedByStart(control).get(start)?.limits != null) {
    if (findingOf(control) === null) return ordinaryTitle(name, valueText(figure, locale), period)[locale];
    const finding = announcedFinding(control);
    const silence =
      finding === null ? 'likeLastYear' : isFoundPerJudgment(ref, answer.table, finding) ? null : 'ofJudgments';
    if (finding === null || silence !== null)
      return silentTitle(name, valueText(figure, locale), period, SIGNALS[silence ?? 'likeLastYear'])[locale];
    const words = findingText(finding, control, startDay, locale);
    const { label } = variantInForce(definition, ref.variant);
    const variant = label[locale] === '' ? '' : locale === 'zh' ? `(${label.zh})` : ` (${label.en})`;
    return locale === 'zh' ? `${definition.label.zh}${words}${variant}` : `${definition.label.en} ${words}${variant}`;
  }
  return locale === 'zh'
    ? `${period}${name} ${valueText(figure, locale)}`
    : `${name}: ${valueText(figure, locale)} in ${period}`;
}

/** How to read the band, or why there is none; empty where limits were not asked for. */
export function noteOf({ control, locale }: TrendInput): string {
  if (control === null) return '';
  return control.kind === 'limits' ? SIGNALS.note[locale] : unchartedText(control, locale);
}

/** One sentence for a screen reader: lowest, highest and latest value of each line. */
export function summaryOf(groups: readonly Group[], { definition, locale }: TrendInput): string {
  return groups
    .map((group) => {
      const shown = group.figures.filter((figure) => figure.value !== null && !isFew(figure));
      const sorted = [...shown].sort((a, b) => (a.value ?? 0) - (b.value ?? 0));
      const [low, high, last] = [sorted[0], sorted.at(-1), shown.at(-1)];
      const name = group.name === '' ? definition.label[locale] : group.name;
      if (low === undefined || high === undefined || last === undefined) return name;
      const [l, h, e] = [valueText(low, locale), valueText(high, locale), valueText(last, locale)];
      return locale === 'zh'
        ? `${name}:最低 ${l},最高 ${h},最近 ${e}`
        : `${name}: lowest ${l}, highest ${h}, latest ${e}`;
    })
    .join(locale === 'zh' ? ';' : '; ');
}
