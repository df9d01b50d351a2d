import { addMonths } from '../../lib/date.ts';
import type { MetricRef, ResultTable } from '../../query/metric-query.ts';
import { changedPerJudgment } from '../figure/evidence.ts';
import { figureAt, type Figure } from '../figure/figure.ts';
import type { ControlChart } from './control-chart.ts';
import type { Finding } from './finding.ts';

/** Whether what was found is found per judgment as well: the months of the finding against the same months a year before. */
export function isFoundPerJudgment(ref: MetricRef, table: ResultTable, { from, to }: Finding): boolean {
  const isNew = (start: string) => start >= from && start <= to && addMonths(start, -12) < from;
  const now = figuresAt(ref, table, isNew);
  return changedPerJudgment(
    now,
    figuresAt(ref, table, (start) => isNew(addMonths(start, 12))),
  );
}

/** Whether the level before and since a named event differs per judgment as well. */
export function isStepPerJudgment(ref: MetricRef, table: ResultTable, { stretches }: ControlChart): boolean {
  const [before, since] = stretches.slice(-2).map(({ periods }) => new Set(periods.map(({ start }) => start)));
  if (before === undefined || since === undefined) return true;
  return changedPerJudgment(
    figuresAt(ref, table, (start) => since.has(start)),
    figuresAt(ref, table, (start) => before.has(start)),
  );
}

function figuresAt(ref: MetricRef, table: ResultTable, isIn: (start: string) => boolean): readonly Figure[] {
  return (table.periodStart ?? []).flatMap((start, row) => {
    const figure = isIn(start) ? figureAt(table, ref, row) : null;
    return figure === null || figure.value === null ? [] : [figure];
  });
}
