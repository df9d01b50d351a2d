import type { CaseFilter } from '../../query/metric-query.ts';
import type { Locale } from '../../text/bilingual.ts';
import { DURATION } from '../../text/duration.ts';

const DEFAULTS = { matter: '民事', level: '一审' } as const;
type Kind = keyof typeof DEFAULTS;
const KINDS = ['matter', 'level'] as const;

/** The filter of the page and how it came about. */
export interface DurationPopulation {
  readonly filter: CaseFilter;
  /** Dimensions that nobody chose and the page set itself. */
  readonly defaults: readonly Kind[];
  /** The data tell neither matter nor level. */
  readonly isUnspecific: boolean;
}

/**
 * 民事一审, dimension by dimension, wherever nothing else is chosen: durations of different kinds of case do not mix.
 * A dimension that no case of the data has cannot be restricted.
 */
export function toDurationPopulation(filter: CaseFilter, presentColumns: readonly string[]): DurationPopulation {
  const defaults = KINDS.filter((kind) => filter[kind] === undefined && presentColumns.includes(kind));
  const added = Object.fromEntries(defaults.map((kind) => [kind, [DEFAULTS[kind]]]));
  return {
    filter: { ...filter, ...added },
    defaults,
    isUnspecific: KINDS.every((kind) => !presentColumns.includes(kind)),
  };
}

/** `范围:民事 · 一审 诉讼案件(本页默认范围,选择条线、审级可改)`. */
export function populationText({ filter, defaults, isUnspecific }: DurationPopulation, locale: Locale): string {
  const chosen = (['court', 'matter', 'level', 'procedure', 'cause'] as const).flatMap((dimension) => {
    const values = filter[dimension];
    if (values === undefined || values.length === 0) return [];
    return [values.map((value) => value ?? '—').join(locale === 'zh' ? '、' : ', ')];
  });
  const note = isUnspecific ? DURATION.noKinds[locale] : defaults.length > 0 ? DURATION.byDefault[locale] : '';
  const what = [...chosen, DURATION.trialCases[locale]].join(' · ');
  const words = `${DURATION.population[locale]}${locale === 'zh' ? ':' : ': '}${what}`;
  if (note === '') return words;
  return locale === 'zh' ? `${words}(${note})` : `${words} (${note})`;
}

/** The one value of a dimension that the filter leaves; null where it leaves several. */
export function onlyValue(filter: CaseFilter, dimension: Kind): string | null {
  const values = filter[dimension] ?? [];
  return values.length === 1 ? (values[0] ?? null) : null;
}
