import type { Locale } from '../../text/bilingual.ts';
import { formatPeriod } from '../../text/format.ts';
import {
  fewInAnyStretch,
  limitsFrom,
  limitsGoOn,
  MARKS,
  METHODS,
  noLimitsReason,
  signalPhrase,
} from '../../text/signals.ts';
import { addDays } from '../../lib/date.ts';
import { namedAfter, startOfGrain } from '../trend/trend-query.ts';
import type { ControlChart, JudgedStretch, Uncharted } from './control-chart.ts';
import { isMarked } from './control-bands.ts';
import type { ControlMethod, JudgedPeriod } from './control-limits.ts';
import type { Finding } from './finding.ts';

/** `近 7 个月持续高于以往水平`. */
export function findingText(finding: Finding, { grain }: ControlChart, monthStartDay: number, locale: Locale): string {
  const { from, to } = finding;
  const named = { from: namedAfter(from, monthStartDay), to: namedAfter(to, monthStartDay) };
  return signalPhrase({ ...finding, ...named, grain })[locale];
}

/** Which rule marks a period; empty where none does. */
export function markText(period: JudgedPeriod | undefined, locale: Locale): string {
  const label = isMarked(period) ? period?.signals?.label : undefined;
  return label === undefined ? '' : MARKS[label][locale];
}

/** How the limits were made, one part per change of limits. */
export function limitsCaption(chart: ControlChart, monthStartDay: number, locale: Locale): readonly string[] {
  return chart.stretches.flatMap((stretch) => [
    baseText(stretch, chart, monthStartDay, locale),
    ...stretch.beyond.map(({ event, count }) => limitsGoOn(event.label, event.date, count, chart.grain)[locale]),
  ]);
}

/** Why a chart has no limits, in a sentence. */
export function unchartedText({ reason, grain }: Uncharted, locale: Locale): string {
  if (reason.kind === 'few-periods' && reason.isDivided === true) return fewInAnyStretch(grain, reason.count)[locale];
  return noLimitsReason(reason.kind, grain, reason.kind === 'few-periods' ? reason.count : 0)[locale];
}

function baseText({ base, method }: JudgedStretch, { grain }: ControlChart, startDay: number, locale: Locale): string {
  const nameOf = (start: string): string => formatPeriod(namedAfter(start, startDay), grain, locale);
  const last = startOfGrain(addDays(base.end, -1), grain, startDay);
  return limitsFrom(nameOf(base.start), nameOf(last), base.count, grain, methodText(method))[locale];
}

function methodText(method: ControlMethod) {
  switch (method.kind) {
    case 'p':
      return METHODS.p;
    case 'p_prime':
      return METHODS.pPrime(method.spread);
    case 'xmr':
      return METHODS.xmr;
  }
}
