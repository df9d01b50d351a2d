import type { DurationLimits } from '../../query/duration-limits.ts';
import type { Locale } from '../../text/bilingual.ts';
import { DURATION, LIMIT_VARIANTS } from '../../text/duration.ts';
import { formatPercent, formatShare } from '../../text/format.ts';
import { FEW_CASES } from '../figure/figure.ts';
import type { OpenedCases } from './section-context.ts';

/** One way to count 审限内结案率. */
export interface LimitVariant {
  readonly id: keyof typeof LIMIT_VARIANTS;
  readonly label: string;
  readonly numerator: number;
  readonly denominator: number;
  /** Null: the data cannot tell; `text` says why. */
  readonly rate: number | null;
  readonly text: string;
  /** `1,204 / 1,967 件`; empty where there is no rate. */
  readonly counts: string;
  readonly words: string;
  /** Its denominator; null where there is no rate. */
  readonly opens: OpenedCases | null;
}

const IDS = ['known', 'strict', 'loose', 'normal', 'first'] as const;

/** Ways that are in use, side by side; the catalogue's own first. `hasChanges`: the data tell 延长 or 扣除. */
export function toLimitVariants(limits: DurationLimits, hasChanges: boolean, locale: Locale): readonly LimitVariant[] {
  const { resolved, limited, within, plain, plainWithin, withinFirst } = limits;
  const unknown = resolved - limited;
  const counts = {
    known: [within, limited],
    strict: [within, resolved],
    loose: [within + unknown, resolved],
    normal: [plainWithin, plain],
    first: [withinFirst, limited],
  } as const;
  const rateOf = { metric: 'within_limit_rate', part: 'denominator' } as const;
  const all = { metric: 'resolved', range: { kind: 'any', from: null, to: null } } as const;
  const plainOnes = { ...rateOf, range: { kind: 'unchanged', from: null, to: null } } as const;
  const opens = { known: rateOf, strict: all, loose: all, normal: plainOnes, first: rateOf };
  return IDS.map((id) => {
    const [numerator, denominator] = counts[id];
    const words = LIMIT_VARIANTS[id];
    const needsChanges = id === 'normal' || id === 'first';
    const isTold = (!needsChanges || hasChanges) && denominator > 0;
    const isFew = denominator < FEW_CASES;
    return {
      id,
      label: words.label[locale],
      numerator,
      denominator,
      rate: isTold ? numerator / denominator : null,
      text: isTold ? (isFew ? '—' : formatPercent(numerator / denominator, 2)) : reason(denominator, locale),
      counts: isTold ? formatShare(numerator, denominator, locale) : '',
      words: words.words[locale],
      opens: isTold ? opens[id] : null,
    };
  });
}

function reason(denominator: number, locale: Locale): string {
  return DURATION[denominator === 0 ? 'noneInClass' : 'noChanges'][locale];
}
