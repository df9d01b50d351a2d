import type { WaterfallStep } from '../../charts/waterfall/waterfall-view.ts';
import { toEffects, type GapEffect } from '../benchmark/gap.ts';
import { valueText } from '../figure/figure.ts';
import { APP } from '../../text/app.ts';
import { CHANGE } from '../../text/change.ts';
import type { Change, KindChange } from './change.ts';
import type { OpenedCases } from '../duration/section-context.ts';
import { amountText, openedSide, sideText, type ChangeInput } from './change-input.ts';

/** Bars of mix and of own change before the rest of each is drawn as one. */
const MOST_BARS = 5;

/** Level then, the largest effects of mix, the largest own changes, level now. Each step begins where the last ended. */
export function toSteps(change: Change, input: ChangeInput): readonly WaterfallStep[] {
  const { now, before, context, isAligned } = input;
  const { locale } = context;
  const [first, last] = [before.total.value ?? 0, now.total.value ?? 0];
  const kinds = new Map(change.kinds.map((kind) => [kind.category, kind]));
  let reached = first;
  const toStep = (id: string, kind: 'mix' | 'rate', label: string, effect: number, detail: string): WaterfallStep => {
    const start = reached;
    reached += effect;
    const canOpen = openedByStep(id, input) !== null;
    return { id, kind, label, start, end: reached, text: amountText(effect, input), detail, canOpen };
  };
  const steps = toEffects({ categories: change.kinds, result: change.result }, MOST_BARS).map((effect) =>
    toStep(
      `${effect.kind} ${effect.category ?? '*'}`,
      effect.kind,
      labelOf(effect, input),
      effect.effect,
      detailOf(effect.category === null ? undefined : kinds.get(effect.category), input),
    ),
  );
  if (change.remainder !== 0) steps.push(toStep('rest', 'rate', CHANGE.remainder[locale], change.remainder, ''));
  const level = context.isOwn ? 'own' : 'peer';
  const then = CHANGE[isAligned ? 'thenAligned' : 'then'][locale];
  return [
    {
      id: 'then',
      label: then,
      kind: 'peer',
      start: first,
      end: first,
      text: valueText(before.total, locale),
      detail: '',
      canOpen: true,
    },
    ...steps,
    {
      id: 'now',
      label: CHANGE.now[locale],
      kind: level,
      start: last,
      end: last,
      text: valueText(now.total, locale),
      detail: '',
      canOpen: true,
    },
  ];
}

/** A level opens its period, a kind its cases now; what stands for several kinds together opens nothing. */
export function openedByStep(id: string, input: ChangeInput): OpenedCases | null {
  if (id === 'then') return openedSide(null, 'before', input);
  if (id === 'now') return openedSide(null, 'now', input);
  const category = /^(mix|rate) (.*)$/s.exec(id)?.[2];
  return category === undefined || category === '*' ? null : openedSide(category, 'now', input);
}

function labelOf({ kind, category }: GapEffect, { context: { locale } }: ChangeInput): string {
  if (category === null) return CHANGE[kind === 'mix' ? 'otherMix' : 'otherRate'][locale];
  return CHANGE[kind === 'mix' ? 'mixOf' : 'rateOf'](category === '' ? APP.unknown[locale] : category)[locale];
}

/** `上年同期 40.1%(208 件) · 本期 55.3%(190 件)`. */
function detailOf(kind: KindChange | undefined, input: ChangeInput): string {
  if (kind === undefined) return '';
  const { locale } = input.context;
  return `${CHANGE.then[locale]} ${sideText(kind.x1, kind.n1, input)} · ${CHANGE.now[locale]} ${sideText(kind.x2, kind.n2, input)}`;
}
