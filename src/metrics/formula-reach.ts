import type { CaseKind } from '../schema/slice.ts';
import type { FactColumn, Formula, MetricVariant, Population, Predicate, Quantity } from './metric.ts';

/** Every quantity that a formula adds up. */
export function quantitiesOf(formula: Formula): readonly Quantity[] {
  switch (formula.kind) {
    case 'sum':
      return formula.parts;
    case 'ratio':
      return [...formula.numerator, ...formula.denominator];
    case 'duration':
    case 'balance':
      return [{ of: formula.of }];
    case 'disposition_time':
      return [formula.stock, formula.flow];
  }
}

/** Columns that decide a figure of `variant`: its dates, conditions, sums and what it requires. */
export function columnsOf({ formula, requires }: MetricVariant): readonly FactColumn[] {
  const measured = formula.kind === 'duration' ? [formula.column] : [];
  const counted = quantitiesOf(formula).flatMap(({ of, sum }) => [
    ...datesOf(of),
    ...columnsIn(of.where),
    ...(sum === undefined ? [] : [sum]),
  ]);
  return [...new Set([...requires, ...measured, ...counted])];
}

function datesOf(of: Population): readonly FactColumn[] {
  if (of.event !== 'open_at_start' && of.event !== 'open_at_end') return [of.event];
  return of.isOverdue === true ? ['filed_on', 'resolved_on', 'due_on'] : ['filed_on', 'resolved_on'];
}

/** Columns that a condition looks at. */
export function columnsIn(predicate: Predicate): readonly FactColumn[] {
  switch (predicate.kind) {
    case 'always':
      return [];
    case 'in':
    case 'known':
      return [predicate.column];
    case 'compare':
      return [predicate.left, predicate.right];
    case 'all':
    case 'any':
      return predicate.of.flatMap(columnsIn);
    case 'not':
      return columnsIn(predicate.of);
  }
}

/** Whether rows of `kind` can be among the population; columns other than matter and level are not known here. */
export function mayCount(of: Population, kind: CaseKind): boolean {
  if (of.relation === 'appeals') return kind.level === '二审';
  return truthOf(of.where, kind) !== false;
}

/** Null = depends on columns that are not known. */
function truthOf(predicate: Predicate, kind: CaseKind): boolean | null {
  switch (predicate.kind) {
    case 'always':
      return true;
    case 'in': {
      const value = valueOf(predicate.column, kind);
      return value === undefined ? null : value !== null && predicate.values.includes(value);
    }
    case 'known': {
      const value = valueOf(predicate.column, kind);
      return value === undefined ? null : value !== null;
    }
    case 'compare':
      return null;
    case 'all': {
      const parts = predicate.of.map((part) => truthOf(part, kind));
      return parts.includes(false) ? false : parts.includes(null) ? null : true;
    }
    case 'any': {
      const parts = predicate.of.map((part) => truthOf(part, kind));
      return parts.includes(true) ? true : parts.includes(null) ? null : false;
    }
    case 'not': {
      const inner = truthOf(predicate.of, kind);
      return inner === null ? null : !inner;
    }
  }
}

function valueOf(column: FactColumn, kind: CaseKind): string | null | undefined {
  if (column === 'matter') return kind.matter;
  return column === 'level' ? kind.level : undefined;
}
