import type { MetricVariant, Population } from '../../metrics/metric.ts';
import { partsOf, type CaseSetQuery } from '../../query/case-list.ts';
import { isStock } from '../../query/atom.ts';
import type { CaseRange } from '../../query/case-range.ts';
import type { CaseFilter } from '../../query/metric-query.ts';
import { toRange } from '../../state/period.ts';
import { APP } from '../../text/app.ts';
import type { Bilingual, Locale } from '../../text/bilingual.ts';
import { CASES, EVENT_WORDS, rangeText, reasonText } from '../../text/cases.ts';
import { formatDay, formatDayRange } from '../../text/format.ts';
import { COLUMN_LABELS } from '../../text/filters.ts';

export interface WordsInput {
  readonly variant: MetricVariant;
  readonly cases: CaseSetQuery;
  readonly hasAllCourts: boolean;
  readonly maskName: (dimension: string, value: string | null) => string | null;
  readonly locale: Locale;
}

/** A line of the predicate: what is said of, and what. */
export interface PredicateLine {
  readonly term: string;
  readonly text: string;
}

/** Values of a filter that are named; more are counted. */
const MOST_NAMED = 3;

/** Which cases are counted, in words: what they are, when and by which date, of which population, under which filters. */
export function toPredicateLines(input: WordsInput): readonly PredicateLine[] {
  const { variant, cases, locale } = input;
  const events = [...new Set(partsOf(variant, cases.part).map(({ of }) => eventWords(of, cases, locale)))];
  const lines = [
    { term: partLabel(variant, cases.part, locale), text: definitionWords(variant, cases.part, locale) },
    { term: CASES.period[locale], text: events.join(CASES.and[locale]) },
    { term: CASES.population[locale], text: variant.population[locale] },
  ];
  const conditions = conditionWords(input);
  const range = cases.range ?? null;
  return [
    ...lines,
    ...(range === null ? [] : [{ term: CASES.narrowed[locale], text: rangeWords(range, input)[locale] }]),
    ...(cases.reason == null ? [] : [{ term: CASES.narrowed[locale], text: reasonText(cases.reason.text)[locale] }]),
    ...(conditions === '' ? [] : [{ term: CASES.conditions[locale], text: conditions }]),
  ];
}

function rangeWords(range: CaseRange, { variant, cases }: WordsInput): Bilingual {
  const isPending = partsOf(variant, cases.part).every(({ of }) => isStock(of));
  return rangeText(range, isPending);
}

/** What the part of a figure is called: 分子, 分母, 计入的案件. */
export function partLabel({ formula }: MetricVariant, part: CaseSetQuery['part'], locale: Locale): string {
  if (formula.kind === 'disposition_time') return CASES[part === 'numerator' ? 'stock' : 'flow'][locale];
  if (formula.kind !== 'ratio') return CASES.counted[locale];
  if (formula.numerator.some(({ sum }) => sum !== undefined)) return CASES.behind[locale];
  if (part === 'denominator') return CASES.denominator[locale];
  return CASES[formula.isComplement === true ? 'deducted' : 'numerator'][locale];
}

/** The parts of a figure that are different sets of cases. */
export function partsToShow({ formula }: MetricVariant): readonly CaseSetQuery['part'][] {
  if (formula.kind === 'disposition_time') return ['numerator', 'denominator'];
  if (formula.kind !== 'ratio' || formula.numerator.some(({ sum }) => sum !== undefined)) return ['denominator'];
  return ['numerator', 'denominator'];
}

/** The part whose cases a figure opens: what it is about, the cases that meet it, where these are cases. */
export function partToOpen(variant: MetricVariant): CaseSetQuery['part'] {
  const { formula } = variant;
  const isCount = formula.kind === 'ratio' && formula.isComplement !== true;
  return isCount && partsToShow(variant).includes('numerator') ? 'numerator' : 'denominator';
}

function definitionWords(variant: MetricVariant, part: CaseSetQuery['part'], locale: Locale): string {
  const { formula, numerator, denominator } = variant;
  if (part === 'numerator' || denominator === null || formula.kind === 'sum') return numerator[locale];
  return denominator[locale];
}

function eventWords(of: Population, { period }: CaseSetQuery, locale: Locale): string {
  const { from, to } = toRange(period);
  if (of.event === 'open_at_start') return EVENT_WORDS.openAtStart(formatDay(from, locale))[locale];
  if (of.event === 'open_at_end') return EVENT_WORDS.openAtEnd(formatDay(to, locale))[locale];
  return EVENT_WORDS[of.relation][of.event](formatDayRange(from, to, locale))[locale];
}

/** `法院=甲法院;案由=买卖合同纠纷、民间借贷纠纷`, and which filters the definition sets aside. */
function conditionWords({ variant, cases, hasAllCourts, maskName, locale }: WordsInput): string {
  const group = cases.group ?? {};
  const isFixed = (dimension: string) => variant.fixes.some((fixed) => fixed === dimension);
  const free: CaseFilter = Object.fromEntries(
    Object.entries(cases.filter).filter(([dimension]) => !isFixed(dimension)),
  );
  const words = Object.entries({ ...free, ...group }).map(
    ([dimension, values]) =>
      `${nameOf(dimension, locale)}=${valueWords(
        values.map((value) => maskName(dimension, value)),
        locale,
      )}`,
  );
  if (hasAllCourts && group.court === undefined) words.unshift(CASES.allCourts[locale]);
  const setAside = Object.keys(cases.filter).filter((dimension) => isFixed(dimension) && !(dimension in group));
  if (setAside.length > 0) {
    const names = setAside.map((dimension) => nameOf(dimension, locale)).join(locale === 'zh' ? '、' : ', ');
    words.push(CASES.fixed(names)[locale]);
  }
  return words.join(locale === 'zh' ? ';' : '; ');
}

function valueWords(values: readonly (string | null)[], locale: Locale): string {
  const shown = values.slice(0, MOST_NAMED).map((value) => value ?? APP.unknown[locale]);
  const text = shown.join(locale === 'zh' ? '、' : ', ');
  return values.length > MOST_NAMED ? CASES.more(text, values.length)[locale] : text;
}

function nameOf(dimension: string, locale: Locale): string {
  return COLUMN_LABELS[dimension]?.[locale] ?? dimension;
}
