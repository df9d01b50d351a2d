import type { Formula, MetricVariant, Quantity } from '../../metrics/metric.ts';
import { isShare } from '../figure/evidence.ts';

/**
 * How ordinary variation of a metric is measured from period to period. `proportion`: every case counts or does not, so
 * that the limits follow from the number of cases (p-chart). `individuals`: from the differences of neighbouring periods
 * (XmR). `stock`: holds a stock, whose values are tied to those before, so that limits would mark it all the time.
 * `unsuited`: has one value per year only.
 */
export type ControlKind = 'proportion' | 'individuals' | 'stock' | 'unsuited';

/** The control chart that suits a variant. */
export function controlKindOf(variant: MetricVariant): ControlKind {
  const { formula } = variant;
  if (formula.kind === 'balance') return 'unsuited';
  if (formula.kind === 'disposition_time' || quantitiesOf(formula).some(isStock)) return 'stock';
  return isShare({ variant }) ? 'proportion' : 'individuals';
}

function quantitiesOf(formula: Formula): readonly Quantity[] {
  if (formula.kind === 'sum') return formula.parts;
  return formula.kind === 'ratio' ? [...formula.numerator, ...formula.denominator] : [];
}

function isStock({ of }: Quantity): boolean {
  return of.event === 'open_at_start' || of.event === 'open_at_end';
}
