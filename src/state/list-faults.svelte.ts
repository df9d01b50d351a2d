import {
  DECISION_CHOICES,
  faultOfReason,
  FAULTS,
  outcomeOf,
  type Decisions,
  type DuplicateRule,
  type Fault,
  type Outcome,
} from '../ingest/decision.ts';
import type { PlanPreview } from '../ingest/preview-plan.ts';
import { compileListIssues } from '../query/issue-list.ts';
import type { Dataset } from './dataset.svelte.ts';
import type { ListName } from './mapping-lists.ts';

/** What is done about one kind of fault. */
export interface DecisionView {
  readonly fault: Fault;
  /** The first is what is done unasked. */
  readonly choices: readonly Outcome[];
  readonly outcome: Outcome;
  /** Null = told only by an import. */
  readonly count: number | null;
}

/** How often the faults occur in a list: those of single values by the preview, those between columns by the last import. */
export class ListFaults {
  #issues: readonly { readonly reason: string; readonly n: number }[] | null = $state.raw(null);

  /** Asks what the last import said of the list; nothing where it was not loaded. */
  async open(dataset: Dataset, { file, sheet }: ListName): Promise<void> {
    this.#issues = null;
    if (!(dataset.summary?.files ?? []).some((own) => own.name === file && own.sheet === sheet)) return;
    const { sql, params } = compileListIssues(file, sheet);
    const { rowCount, columns } = await dataset.ask(sql, params, new AbortController().signal);
    this.#issues = Array.from({ length: rowCount }, (_, i) => ({
      reason: String(columns['reason']?.[i] ?? ''),
      n: Number(columns['n']?.[i] ?? 0),
    }));
  }

  /** Every fault about which may be decided, with what is chosen. */
  decisions(decisions: Decisions, preview: PlanPreview | null): readonly DecisionView[] {
    return FAULTS.map((fault) => ({
      fault,
      choices: DECISION_CHOICES[fault],
      outcome: outcomeOf(decisions, fault),
      count: this.#countOf(fault, preview),
    }));
  }

  duplicates(rule: DuplicateRule): { readonly rule: DuplicateRule; readonly count: number | null } {
    const found = this.#issues?.filter(({ reason }) => /^duplicate/.test(reason)) ?? null;
    return { rule, count: found?.reduce((sum, { n }) => sum + n, 0) ?? null };
  }

  #countOf(fault: Fault, preview: PlanPreview | null): number | null {
    if (fault.startsWith('date_'))
      return Object.entries(preview?.reasons ?? {}).reduce(
        (sum, [reason, n]) => (faultOfReason(reason) === fault ? sum + n : sum),
        0,
      );
    return this.#issues?.find(({ reason }) => reason === fault)?.n ?? (this.#issues === null ? null : 0);
  }
}
