import type { FigureStatus, FigureView } from '../../charts/frame/figure-view.ts';
import type { WaterfallView } from '../../charts/waterfall/waterfall-view.ts';
import type { Period } from '../../query/metric-query.ts';
import { toRange } from '../../state/period.ts';
import type { CategoryEffect } from '../../statistics/kitagawa.ts';
import { APP } from '../../text/app.ts';
import { CHANGE, changeEvidence, changeTitle, shareMoved, sharesMoved } from '../../text/change.ts';
import { DEFINITIONS, FIGURES, youngSentence } from '../../text/figures.ts';
import { formatDayRange, formatPercent, formatTick } from '../../text/format.ts';
import { captionOf, labelWithVariant } from '../definition/definition-view.ts';
import { toNetVariant } from '../duration/net-variant.ts';
import { captionWith, type OpenedCases } from '../duration/section-context.ts';
import { compareFigures, wordsFor } from '../figure/evidence.ts';
import { isYoung } from '../figure/young.ts';
import { FEW_CASES } from '../figure/figure.ts';
import { toChange, type Change } from './change.ts';
import { amountText, rangeText, type ChangeInput } from './change-input.ts';
import { openedByStep, toSteps } from './change-steps.ts';
import { toChangeTable } from './change-table.ts';

export interface ChangeView {
  readonly figure: FigureView;
  readonly waterfall: WaterfallView;
  /** The change with its interval and where it comes from, sentence by sentence; empty without a decomposition. */
  readonly sentences: readonly string[];
  /** The cases behind a step of the waterfall; null: it has none of its own. */
  readonly openedBy: (step: string) => OpenedCases | null;
}

/** Procedures whose shares are named in words; the table has all. */
const MOST_SHARES = 4;
/** Of the smaller of mix and own change to the whole: below it, that part is called small. */
const SMALL_PART = 0.25;

/** How a figure came from last year's value to this year's: level, mix, own changes, level. */
export function toChangeView(input: ChangeInput): ChangeView {
  const { now, before, context, dimensionLabel, periods } = input;
  const { locale } = context;
  const { definition, variant } = now.total;
  const shown = context.isNet === true ? toNetVariant(variant) : variant;
  const change = toChange(input.ref, before, now, input.dimension);
  const status = statusOf(input, change);
  const isShown = status.kind === 'ready' || status.kind === 'pending';
  const steps = isShown ? toSteps(change, input) : [];
  const days = (period: Period) => formatDayRange(toRange(period).from, toRange(period).to, locale);
  return {
    figure: {
      title: isShown ? titleOf(change, input) : `${definition.label[locale]}:${CHANGE.section[locale]}`,
      subtitle: `${labelWithVariant(definition, variant)[locale]} · ${days(periods.now)} ${locale === 'zh' ? '对' : 'against'} ${days(periods.before)} · ${CHANGE.by[locale]}${locale === 'zh' ? '' : ' '}${dimensionLabel}`,
      caption: captionWith([CHANGE.method[locale], captionOf(shown)[locale]], context),
      status,
      table: toChangeTable(isShown ? change : null, input),
    },
    waterfall: {
      summary: steps.map(({ label, text }) => `${label} ${text}`).join(locale === 'zh' ? ';' : '; '),
      axis: {
        unit: definition.unit === 'ratio' ? '' : DEFINITIONS.units[definition.unit][locale],
        formatTick: (value, step) => formatTick(value, definition.unit, step),
      },
      steps,
    },
    sentences: isShown ? sentencesOf(change, input) : [],
    openedBy: (step) => openedByStep(step, input),
  };
}

function titleOf({ result }: Change, input: ChangeInput): string {
  const { effects } = result;
  const { definition } = input.now.total;
  const text = (value: number) => amountText(value, input);
  return changeTitle(
    definition.label[input.context.locale],
    input.dimensionLabel,
    text(effects?.total ?? 0),
    text(effects?.mix ?? 0),
    text(effects?.rate ?? 0),
  )[input.context.locale];
}

function sentencesOf({ result }: Change, input: ChangeInput): readonly string[] {
  const { locale } = input.context;
  const { effects } = result;
  const evidence = compareFigures(input.now.total, input.before.total);
  if (effects === null || evidence === null) return [];
  const shares = input.dimension === 'procedure' ? [shareSentence(result.categories, input)] : [];
  const whole = changeEvidence(
    amountText(evidence.difference, input),
    rangeText(evidence, input),
    evidence.judgments === null ? evidence.isBeyondChance : wordsFor(evidence),
  )[locale];
  if (evidence.interval === null) return [whole, ...shares];
  if (!evidence.isBeyondChance)
    return [whole, CHANGE[evidence.judgments === null ? 'chanceOnly' : 'ofJudgments'][locale], ...shares];
  const [mix, rate] = [Math.abs(effects.mix), Math.abs(effects.rate)];
  const where = mix <= SMALL_PART * rate ? 'mostlyOwn' : rate <= SMALL_PART * mix ? 'mostlyMix' : 'both';
  return [whole, CHANGE[where][locale], ...shares];
}

/** What the shares of the procedures alone do to the figure, the largest effects first; effects of mix, named as such. */
function shareSentence(categories: readonly CategoryEffect[], input: ChangeInput): string {
  const { locale } = input.context;
  const moved = [...categories]
    .filter(({ share1, share2 }) => share1 !== share2)
    .sort((a, b) => Math.abs(b.centredMix) - Math.abs(a.centredMix))
    .slice(0, MOST_SHARES)
    .map(({ category, share1, share2, centredMix }) =>
      shareMoved(
        category === '' ? APP.unknown[locale] : category,
        formatPercent(share1),
        formatPercent(share2),
        amountText(centredMix, input),
      ),
    );
  return moved.length === 0 ? CHANGE.sharesSame[locale] : sharesMoved(moved)[locale];
}

function statusOf(input: ChangeInput, { kinds, result }: Change): FigureStatus {
  const { now, before, context, isComparable, hasDimension } = input;
  const { locale, isPending } = context;
  if (!hasDimension) return { kind: 'empty', reason: noColumn(input.dimensionLabel, locale) };
  if (!isComparable) return { kind: 'empty', reason: FIGURES.noEarlier[locale] };
  if (isYoung(now.total.variant, input.periods.now.end, context.asOf))
    return { kind: 'empty', reason: youngSentence(now.total.variant.completeAfterMonths ?? 0)[locale] };
  if (now.total.value === null || before.total.value === null || result.effects === null)
    return { kind: 'empty', reason: CHANGE.noValue[locale] };
  if ((now.total.n ?? 0) < FEW_CASES || (before.total.n ?? 0) < FEW_CASES)
    return { kind: 'too-small', reason: CHANGE.few[locale] };
  if (kinds.length < 2) return { kind: 'empty', reason: CHANGE.oneKind[locale] };
  return isPending ? { kind: 'pending' } : { kind: 'ready' };
}

function noColumn(label: string, locale: 'zh' | 'en'): string {
  return locale === 'zh'
    ? `导入的文件没有“${label}”一栏,不能按它分解`
    : `The files have no column "${label}": it cannot be decomposed by it`;
}
