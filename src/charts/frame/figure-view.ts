import type { TableView } from '../table/table-view.ts';

/** Whether there is something to draw, and if not, why, in a sentence for a clerk. */
export type FigureStatus =
  | { readonly kind: 'ready' }
  /** Being computed; what was there before stays, dimmed. */
  | { readonly kind: 'pending' }
  | { readonly kind: 'empty'; readonly reason: string }
  | { readonly kind: 'too-small'; readonly reason: string }
  | { readonly kind: 'error'; readonly reason: string };

/** What stands around a chart and travels with it into every export. */
export interface FigureView {
  /** Says what the chart shows: `推广调解工作法之后,调撤率稳定在更高的水平`. */
  readonly title: string;
  /** What, when and how many: `民事一审调撤率,按月,2023年4月—2025年9月`. */
  readonly subtitle: string;
  /** Definition, number of cases and as-of date; joined by a middle dot. */
  readonly caption: readonly string[];
  readonly status: FigureStatus;
  /** The same data as the chart. */
  readonly table: TableView;
}
