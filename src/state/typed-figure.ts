/** A figure of another court that was read in a published bulletin and typed in. */
export interface TypedFigure {
  readonly court: string;
  readonly metric: string;
  /** The variant that the bulletin uses; null where the metric has one only. */
  readonly variant: string | null;
  /** First and last day, both included. */
  readonly from: string;
  readonly to: string;
  /** The counts; both null where the bulletin prints a value only. */
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** The value as printed, rates as fractions; of counts it is their quotient. */
  readonly value: number;
  /** Where it was read: `某市中院2025年9月质效通报`. */
  readonly source: string;
}

const ISO = /^\d{4}-\d{2}-\d{2}$/;

/** The figures among `value`, a list of unknown making; what is none is left out. */
export function parseTypedFigures(value: unknown): readonly TypedFigure[] {
  return Array.isArray(value) ? value.flatMap((entry) => parseTypedFigure(entry) ?? []) : [];
}

/** One typed figure; null where a part is absent or makes no sense (n above N in a rate of cases is for the form to say). */
export function parseTypedFigure(value: unknown): TypedFigure | null {
  if (typeof value !== 'object' || value === null) return null;
  const record: Record<string, unknown> = { ...value };
  const { court, metric, variant, from, to, numerator, denominator, source } = record;
  if (typeof court !== 'string' || court.trim() === '' || typeof metric !== 'string') return null;
  if (typeof from !== 'string' || typeof to !== 'string' || !ISO.test(from) || !ISO.test(to) || to < from) return null;
  const counts = isCount(numerator) && isCount(denominator) && denominator > 0 ? { numerator, denominator } : null;
  const printed = typeof record['value'] === 'number' && Number.isFinite(record['value']) ? record['value'] : null;
  const figure = counts === null ? printed : counts.numerator / counts.denominator;
  if (figure === null) return null;
  return {
    court: court.trim(),
    metric,
    variant: typeof variant === 'string' ? variant : null,
    from,
    to,
    numerator: counts?.numerator ?? null,
    denominator: counts?.denominator ?? null,
    value: figure,
    source: typeof source === 'string' ? source.trim() : '',
  };
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}
