import { emptyProfile, findProfile, type ConstantField, type Profile } from '../ingest/profile.ts';
import { labelKey } from '../ingest/label-key.ts';
import { suggestValue, type KnownValue } from '../ingest/value-suggest.ts';
import { planIngest } from '../ingest/plan.ts';
import { assignableValues, previewPlan, type ColumnPreview, type PlanPreview } from '../ingest/preview-plan.ts';
import { memberName, type RawTable } from '../ingest/raw-table.ts';
import type { ListTally } from '../ingest/column-tally.ts';
import {
  DECISION_CHOICES,
  DUPLICATE_RULES,
  faultOfReason,
  FAULTS,
  outcomeOf,
  type DuplicateRule,
  type Fault,
  type Outcome,
} from '../ingest/decision.ts';
import type { OwnAlias } from '../ingest/own-aliases.ts';
import {
  DATE_STYLES,
  NUMBER_STYLES,
  type DateStyle,
  type NumberStyle,
  type ReadingStyle,
} from '../ingest/reading-style.ts';
import { TARGETS, type Target } from '../ingest/target.ts';
import { valueKey, type ValueField } from '../ingest/value-assign.ts';
import { compileListIssues } from '../query/issue-list.ts';
import type { Bilingual } from '../text/bilingual.ts';
import { MAPPING } from '../text/mapping.ts';
import type { Dataset, SourceFile } from './dataset.svelte.ts';

export type { ColumnPreview, FieldPreview, PlanPreview, SampleValue } from '../ingest/preview-plan.ts';
export type { ConstantField, Profile } from '../ingest/profile.ts';
export type { ReadingStyle } from '../ingest/reading-style.ts';
export type { Target } from '../ingest/target.ts';
export type { Doubt, ListReading } from '../ingest/list-doubts.ts';
export type { Fault, Outcome, DuplicateRule } from '../ingest/decision.ts';
export type { KnownValue } from '../ingest/value-suggest.ts';
export type { ValueField } from '../ingest/value-assign.ts';

/** A list as it is known on the page: its file, with the archive that holds it, and its sheet. */
export interface ListName {
  readonly file: string;
  readonly sheet: string | null;
}

/** What is done about one kind of fault. */
export interface DecisionView {
  readonly fault: Fault;
  /** The first is what is done unasked. */
  readonly choices: readonly Outcome[];
  readonly outcome: Outcome;
  readonly count: number | null;
}

interface OpenList {
  readonly table: RawTable;
  readonly tally: ListTally;
}

/** The mapping screen: one file, what its columns are taken for, and what a person changes of it. Nothing is kept until `apply`. */
export class Mapping {
  readonly #dataset: Dataset;
  #name: ListName | null = $state.raw(null);
  #file: SourceFile | null = $state.raw(null);
  #lists: readonly OpenList[] = $state.raw([]);
  #at = $state(0);
  #asOf: string | null = $state.raw(null);
  #draft: Profile | null = $state.raw(null);
  #aliases: readonly OwnAlias[] = $state.raw([]);
  #savedName: string | null = $state.raw(null);
  #fault: Bilingual | null = $state.raw(null);
  #isBusy = $state(false);
  #issues: readonly { readonly reason: string; readonly n: number }[] | null = $state.raw(null);
  #abort: AbortController | null = null;
  readonly #preview: PlanPreview | null = $derived.by(() => {
    const { table, tally } = this.#list ?? {};
    const draft = this.#draft;
    if (table === undefined || tally === undefined || draft === null) return null;
    const plan = planIngest(table, { asOf: this.#asOf, rules: { profiles: [draft], aliases: this.#aliases } });
    return previewPlan(plan, tally, draft);
  });

  constructor(dataset: Dataset) {
    this.#dataset = dataset;
  }

  get isOpen(): boolean {
    return this.#name !== null;
  }

  get name(): ListName | null {
    return this.#name;
  }

  /** The lists of the file, as they may be chosen. */
  get lists(): readonly string[] {
    return this.#lists.map(({ table }, i) => table.sheet ?? table.member ?? `${i + 1}`);
  }

  get at(): number {
    return this.#at;
  }

  get headerRow(): number {
    return this.#list?.table.headerRow ?? 1;
  }

  get headerHeight(): number {
    return this.#list?.table.headerHeight ?? 1;
  }

  get targets(): readonly Target[] {
    return TARGETS;
  }

  dateStyle(id: string): DateStyle {
    return DATE_STYLES.find((style) => style === id) ?? 'auto';
  }

  numberStyle(id: string): NumberStyle {
    return NUMBER_STYLES.find((style) => style === id) ?? 'auto';
  }

  /** Every fault about which may be decided, with what is chosen and how often it occurs; null = told only by an import. */
  get decisions(): readonly DecisionView[] {
    const draft = this.#draft;
    if (draft === null) return [];
    return FAULTS.map((fault) => ({
      fault,
      choices: DECISION_CHOICES[fault],
      outcome: outcomeOf(draft.decisions, fault),
      count: this.#countOf(fault),
    }));
  }

  get duplicates(): { readonly rule: DuplicateRule; readonly count: number | null } {
    const found = this.#issues?.filter(({ reason }) => /^duplicate/.test(reason)) ?? null;
    const count = found?.reduce((sum, { n }) => sum + n, 0) ?? null;
    return { rule: this.#draft?.decisions.duplicates ?? 'fuller', count };
  }

  /** The values that a text of a field may be assigned to: those of the vocabulary, else the other names of the column. */
  knownOf(field: ValueField | ConstantField): readonly KnownValue[] {
    return assignableValues(field, this.#preview);
  }

  /** The known value that a text most likely means; null = no guess. */
  suggestionFor(field: ValueField, raw: string): string | null {
    return suggestValue(
      field,
      raw,
      this.knownOf(field).map(({ value }) => value),
    );
  }

  get draft(): Profile | null {
    return this.#draft;
  }

  get preview(): PlanPreview | null {
    return this.#preview;
  }

  get aliases(): readonly OwnAlias[] {
    return this.#aliases;
  }

  /** Name of the saved profile that the list was read by; null = its shape is new. */
  get savedName(): string | null {
    return this.#savedName;
  }

  get fault(): Bilingual | null {
    return this.#fault;
  }

  get isBusy(): boolean {
    return this.#isBusy;
  }

  /** Reads the file of a list again and shows how its columns are taken. */
  async open(name: ListName): Promise<void> {
    this.#name = name;
    this.#aliases = this.#dataset.rules.aliases;
    this.#file = this.#dataset.fileOf(name.file);
    if (this.#file === null) {
      this.#fault = MAPPING.notAtHand;
      return;
    }
    await Promise.all([this.#read(null), this.#countIssues(name)]);
  }

  close(): void {
    this.#abort?.abort();
    this.#name = null;
    this.#file = null;
    this.#lists = [];
    this.#draft = null;
    this.#fault = null;
  }

  chooseList(at: number): void {
    this.#at = at;
    this.#startDraft();
  }

  /** Reads the list again with its header in another row, 1-based; `height` rows end there. */
  async chooseHeader(row: number, height: number): Promise<void> {
    if (Number.isInteger(row) && row > 0) await this.#read({ row, height });
  }

  chooseTarget(key: string, target: Target | null): void {
    this.#change((draft) => {
      const columns = { ...draft.columns };
      for (const column of this.#preview?.columns ?? []) {
        if (column.key === key || (target !== null && column.target === target))
          columns[column.key] = { target: column.key === key ? target : null, style: {} };
      }
      return { ...draft, columns };
    });
  }

  chooseStyle({ key, target, style }: ColumnPreview, change: ReadingStyle): void {
    this.#change((draft) => ({
      ...draft,
      columns: { ...draft.columns, [key]: { target, style: { ...style, ...change } } },
    }));
  }

  /** One value for a column that the list lacks; null = none. */
  chooseConstant(field: ConstantField, value: string | null): void {
    this.#change((draft) => {
      const others = Object.entries(draft.constants).filter(([own]) => own !== field);
      const own = value === null || value.trim() === '' ? [] : [[field, value.trim()]];
      return { ...draft, constants: Object.fromEntries([...others, ...own]) };
    });
  }

  /** Assigns a text to a known value; null = it stands for no value. */
  assign(field: ValueField, raw: string, value: string | null): void {
    this.#change((draft) => ({
      ...draft,
      values: { ...draft.values, [field]: { ...draft.values[field], [valueKey(raw)]: value } },
    }));
  }

  unassign(field: ValueField, raw: string): void {
    this.#change((draft) => {
      const left = Object.entries(draft.values[field] ?? {}).filter(([key]) => key !== valueKey(raw));
      return { ...draft, values: { ...draft.values, [field]: Object.fromEntries(left) } };
    });
  }

  /** @param wanted one of the choices of the fault; anything else changes nothing */
  decide(fault: Fault, wanted: string): void {
    const outcome = DECISION_CHOICES[fault].find((choice) => choice === wanted);
    if (outcome === undefined) return;
    this.#change((draft) => ({
      ...draft,
      decisions: { ...draft.decisions, faults: { ...draft.decisions.faults, [fault]: outcome } },
    }));
  }

  decideDuplicates(wanted: string): void {
    const duplicates = DUPLICATE_RULES.find((rule) => rule === wanted);
    if (duplicates !== undefined)
      this.#change((draft) => ({ ...draft, decisions: { ...draft.decisions, duplicates } }));
  }

  rename(name: string): void {
    this.#change((draft) => ({ ...draft, name }));
  }

  /** Makes a label one of the court's own: it is known in every list from then on. */
  teach(label: string, target: Target | null): void {
    if (target === null) return;
    const others = this.#aliases.filter((alias) => labelKey(alias.label) !== labelKey(label));
    this.#aliases = [...others, { label, target }];
  }

  /** Keeps the mapping and reads the file by it; true when that is done, and the screen is closed. */
  async apply(): Promise<boolean> {
    const [file, profile] = [this.#file, this.#whole];
    if (file === null || profile === null) return false;
    this.#isBusy = true;
    this.#fault = null;
    const isDone = await this.#dataset.readAgain(file, profile, this.#aliases);
    this.#isBusy = false;
    if (isDone) this.close();
    else this.#fault = this.#dataset.refused[0]?.sentence ?? this.#dataset.failure ?? MAPPING.failed;
    return isDone;
  }

  /** Faults of single values are counted in the preview; those between columns are told by the last import of the list. */
  #countOf(fault: Fault): number | null {
    const ofValues = this.#preview?.reasons ?? {};
    const isOfValue = fault.startsWith('date_');
    if (isOfValue)
      return Object.entries(ofValues).reduce(
        (sum, [reason, n]) => (faultOfReason(reason) === fault ? sum + n : sum),
        0,
      );
    return this.#issues?.find(({ reason }) => reason === fault)?.n ?? (this.#issues === null ? null : 0);
  }

  get #list(): OpenList | null {
    return this.#lists[this.#at] ?? null;
  }

  /** The draft with every column said, also those that the dictionary knew: it does not change when the dictionary does. */
  get #whole(): Profile | null {
    const [draft, preview] = [this.#draft, this.#preview];
    if (draft === null || preview === null) return null;
    const columns = preview.columns.map(({ key, target, style }) => [key, { target, style }] as const);
    const name = draft.name.trim() === '' ? (this.#name?.file ?? '') : draft.name.trim();
    return { ...draft, name, columns: Object.fromEntries(columns) };
  }

  /** What the last import said of the list; nothing where it was not loaded. */
  async #countIssues({ file, sheet }: ListName): Promise<void> {
    this.#issues = null;
    if (!(this.#dataset.summary?.files ?? []).some((own) => own.name === file && own.sheet === sheet)) return;
    const { sql, params } = compileListIssues(file, sheet);
    const { rowCount, columns } = await this.#dataset.ask(sql, params, new AbortController().signal);
    this.#issues = Array.from({ length: rowCount }, (_, i) => ({
      reason: String(columns['reason']?.[i] ?? ''),
      n: Number(columns['n']?.[i] ?? 0),
    }));
  }

  async #read(header: { readonly row: number; readonly height: number } | null): Promise<void> {
    const [file, name, before] = [this.#file, this.#name, this.#list?.table];
    if (file === null || name === null) return;
    this.#abort?.abort();
    const abort = new AbortController();
    this.#abort = abort;
    this.#isBusy = true;
    this.#fault = null;
    const place = header === null ? null : { ...header, sheet: before?.sheet ?? null, member: before?.member ?? null };
    try {
      const outcome = await this.#dataset.readLists(file, { rules: this.#dataset.ownRules, place }, abort.signal);
      if (abort.signal.aborted) return;
      if (outcome.kind === 'refused') this.#fault = outcome.sentence;
      else this.#take(outcome.lists, outcome.asOf, file, header === null ? name : null);
    } catch {
      if (!abort.signal.aborted) this.#fault = MAPPING.failed;
    } finally {
      if (this.#abort === abort) this.#isBusy = false;
    }
  }

  #take(lists: readonly OpenList[], asOf: string, file: SourceFile, wanted: ListName | null): void {
    this.#lists = lists;
    this.#asOf = asOf;
    if (wanted !== null) {
      const at = lists.findIndex(
        ({ table }) => memberName(file.name, table.member) === wanted.file && table.sheet === wanted.sheet,
      );
      this.#at = Math.max(0, at);
    }
    this.#startDraft();
  }

  #startDraft(): void {
    const list = this.#list;
    if (list === null) return;
    const { labels, sheet } = list.table;
    const saved =
      findProfile(this.#dataset.ownRules.profiles, labels) ?? findProfile(this.#dataset.rules.profiles, labels);
    const base = (this.#name?.file ?? '').replace(/\.[^.]+$/, '');
    this.#savedName = saved?.name ?? null;
    this.#draft = saved ?? emptyProfile(sheet === null ? base : `${base} · ${sheet}`, labels);
  }

  #change(change: (draft: Profile) => Profile): void {
    if (this.#draft !== null) this.#draft = change(this.#draft);
  }
}
