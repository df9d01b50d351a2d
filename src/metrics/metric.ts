import type { AppealColumn, CaseColumn } from '../schema/columns.ts';
import type { Bilingual } from '../text/bilingual.ts';

/** `ratio`: a fraction, shown in percent; differences are 百分点. `days`: 天. `cases`: 件, changes in %. */
export type Unit = 'ratio' | 'days' | 'cases' | 'yuan' | 'index';

/** Which direction is favourable; `neither` is never coloured. */
export type Better = 'up' | 'down' | 'neither';

export type MetricKind = 'flow' | 'stock' | 'duration' | 'ratio' | 'derived';

export type Relation = 'cases' | 'appeals';
export type FactColumn = CaseColumn | AppealColumn;

/** A condition on one row, as data: it is compiled to SQL, shown in words and used to open the cases of a number. */
export type Predicate =
  | { readonly kind: 'always' }
  | { readonly kind: 'in'; readonly column: FactColumn; readonly values: readonly (string | boolean)[] }
  | { readonly kind: 'known'; readonly column: FactColumn }
  | {
      readonly kind: 'compare';
      readonly left: FactColumn;
      readonly op: '<' | '<=' | '>' | '>=';
      readonly right: FactColumn;
    }
  | { readonly kind: 'all'; readonly of: readonly Predicate[] }
  | { readonly kind: 'any'; readonly of: readonly Predicate[] }
  | { readonly kind: 'not'; readonly of: Predicate };

/**
 * Whose classification an appeal is grouped and filtered by. `original`: the first-instance case it came from, so that
 * numerator and denominator of a first-instance rate fall into the same group; where the original is not loaded its
 * closing and type code are not known. Absent = the row's own.
 */
export type Viewpoint = 'original';

/** The date by which a row falls into a period. `original_resolved_on` belongs to `appeals` only. */
export type EventDate = 'filed_on' | 'resolved_on' | 'appealed_on' | 'original_resolved_on';

/** Rows of one relation that have an event in the period. */
export interface EventPopulation {
  readonly relation: Relation;
  readonly event: EventDate;
  readonly where: Predicate;
  readonly viewpoint?: Viewpoint;
}

/**
 * Cases open at the start or the end of the period.
 *
 * Open at t = filed before t less resolved before t; a row without a filing date but with a closing date counts as
 * filed before any t, a row with neither is in no stock. So 旧存 + 新收 - 已结 = 未结 holds exactly.
 * `minAgeMonths`: of the rows open at t, those with filed_on + that many months before t (满期的次日起为“超”).
 * `isOverdue`: of the rows open at t, those due before t (the due date itself is still in time).
 */
export interface StockPopulation {
  readonly relation: 'cases';
  readonly event: 'open_at_start' | 'open_at_end';
  readonly where: Predicate;
  readonly minAgeMonths?: number;
  readonly isOverdue?: boolean;
}

export type Population = EventPopulation | StockPopulation;

/** An additive quantity: rows counted, or a column summed over them. */
export interface Quantity {
  readonly of: Population;
  readonly sum?: FactColumn;
}

/** How a variant is computed. Parts of a sum may come from different events and relations. */
export type Formula =
  | { readonly kind: 'sum'; readonly parts: readonly Quantity[] }
  | {
      readonly kind: 'ratio';
      readonly numerator: readonly Quantity[];
      readonly denominator: readonly Quantity[];
      /** 1 - ratio (服判息诉率). */
      readonly isComplement?: boolean;
    }
  | {
      readonly kind: 'duration';
      readonly of: EventPopulation;
      readonly statistic: 'mean' | 'median' | 'p90';
      readonly column: FactColumn;
    }
  /** (pending at end / resolved) x days in the period; CEPEJ disposition time. */
  | { readonly kind: 'disposition_time'; readonly stock: Quantity; readonly flow: Quantity }
  /** 1 - sd / mean of the monthly counts of complete statistical months (population sd, months without any count as 0). */
  | { readonly kind: 'balance'; readonly of: EventPopulation };

export interface MetricVariant {
  /** Null where a metric has one definition only. Published as `data-variant`. */
  readonly id: string | null;
  /** Short label of the chip, e.g. 口径 A. Empty where id is null. */
  readonly label: Bilingual;
  readonly formula: Formula;
  /** Numerator, denominator, population and the date that decides the period, in words. */
  readonly numerator: Bilingual;
  readonly denominator: Bilingual | null;
  readonly population: Bilingual;
  readonly decidedBy: Bilingual;
  readonly note?: Bilingual;
  /** Columns of `cases` without any value of which the variant cannot be computed. */
  readonly requires: readonly CaseColumn[];
  /**
   * The figure whose denominator holds the only cases to which the event of the numerator can happen (上诉、发改 follow a
   * judgment only). Its numerator over that denominator has to change before a change of this figure is named: fewer
   * judgments alone lower it. Absent: the event can happen to every case of the denominator.
   */
  readonly onlyAfter?: { readonly id: string; readonly variant: string } | undefined;
  /**
   * Months after the end of a period within which what follows its cases (上诉、二审结果) has nearly all come about. A
   * younger period is too low: it is shown, and neither compared with others nor judged. Absent: complete at once.
   */
  readonly completeAfterMonths?: number;
  /**
   * Months from the first closing in the data on in which what the cases follow from (原审) often lies before the data. Such
   * a period is shown and not judged. Absent: nothing before the data matters.
   */
  readonly completeFromMonths?: number;
  /** Dimensions fixed by the definition: a filter on them does not apply (settlement is 民事一审 whatever is filtered). */
  readonly fixes: readonly ('matter' | 'level')[];
  /** Who defines it, with edition. */
  readonly source: Bilingual;
}

/** A published figure. The first variant is the default. A new metric is a new object in one file of this folder. */
export interface MetricDefinition {
  readonly id: string;
  readonly kind: MetricKind;
  readonly label: Bilingual;
  readonly unit: Unit;
  readonly better: Better;
  /** A low value is no aim (改判是二审依法纠错): the peers show the side, but no rise or fall is called better or worse. */
  readonly isZeroNoGoal?: true;
  /** Decimals on screen, after conversion to percent for ratios. */
  readonly digits: number;
  readonly variants: readonly [MetricVariant, ...MetricVariant[]];
}

/** Declares a metric; the type of the argument is the whole check. */
export function defineMetric(definition: MetricDefinition): MetricDefinition {
  return definition;
}
