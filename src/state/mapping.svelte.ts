import type { Fault } from '../ingest/decision.ts';
import { labelKey } from '../ingest/label-key.ts';
import type { OwnAlias } from '../ingest/own-aliases.ts';
import { assignableValues, type ColumnPreview, type FieldPreview, type PlanPreview } from '../ingest/preview-plan.ts';
import type { ConstantField, Profile } from '../ingest/profile.ts';
import * as edits from '../ingest/profile-edits.ts';
import {
  DATE_STYLES,
  NUMBER_STYLES,
  type DateStyle,
  type NumberStyle,
  type ReadingStyle,
} from '../ingest/reading-style.ts';
import { TARGETS, type Target } from '../ingest/target.ts';
import type { ValueField } from '../ingest/value-assign.ts';
import { readValue, suggestValue, type KnownValue } from '../ingest/value-suggest.ts';
import { MAPPING } from '../text/mapping.ts';
import { ListFaults, type DecisionView } from './list-faults.svelte.ts';
import { previewDraft, startDraft, toChoice, type ListChoice, type ListName, type OpenList } from './mapping-lists.ts';
import { OpenLists } from './open-lists.svelte.ts';

export type { ColumnPreview, FieldPreview, PlanPreview, SampleValue } from '../ingest/preview-plan.ts';
export type { ConstantField, Profile } from '../ingest/profile.ts';
export type { ReadingStyle } from '../ingest/reading-style.ts';
export { isTarget, type Target } from '../ingest/target.ts';
export type { Doubt, ListReading } from '../ingest/list-doubts.ts';
export type { Fault, Outcome, DuplicateRule } from '../ingest/decision.ts';
export type { KnownValue } from '../ingest/value-suggest.ts';
export type { ValueField } from '../ingest/value-assign.ts';
export type { DecisionView } from './list-faults.svelte.ts';
export type { ListChoice, ListName } from './mapping-lists.ts';

type Drafts = Readonly<Record<number, Profile>>;

/** The mapping screen: one file, what its columns are taken for, and what a person changes of it. Nothing is kept until `apply`. */
export class Mapping extends OpenLists {
  readonly #faults = new ListFaults();
  /** What the lists of the file that were changed are to be read by, by their place. */
  #changed: Drafts = $state.raw({});
  #aliases: readonly OwnAlias[] = $state.raw([]);
  readonly #starts = $derived(this.opened.map((list) => this.#startOf(list)));
  readonly #draft: Profile | null = $derived(this.#changed[this.at] ?? this.#starts[this.at]?.draft ?? null);
  readonly #preview: PlanPreview | null = $derived.by(() => {
    const list = this.shown;
    return list === undefined || this.#draft === null ? null : this.#previewOf(list, this.#draft);
  });
  readonly #choices: readonly ListChoice[] = $derived(
    this.opened.map((list, i) => {
      const draft = this.#changed[i] ?? this.#starts[i]?.draft ?? null;
      return toChoice(list, i, draft, this.#aliases);
    }),
  );

  /** The lists of the file, as they may be chosen. */
  get lists(): readonly ListChoice[] {
    return this.#choices;
  }

  get targets(): readonly Target[] {
    return TARGETS;
  }

  /** True where the list is not to be read, now and whenever one of its shape comes. */
  get isLeftOut(): boolean {
    return this.#draft?.isLeftOut === true;
  }

  dateStyle(id: string): DateStyle {
    return DATE_STYLES.find((style) => style === id) ?? 'auto';
  }

  numberStyle(id: string): NumberStyle {
    return NUMBER_STYLES.find((style) => style === id) ?? 'auto';
  }

  /** Every fault about which may be decided, with what is chosen and how often it occurs. */
  get decisions(): readonly DecisionView[] {
    return this.#draft === null ? [] : this.#faults.decisions(this.#draft.decisions, this.#preview);
  }

  get duplicates(): ReturnType<ListFaults['duplicates']> {
    return this.#faults.duplicates(this.#draft?.decisions.duplicates ?? 'fuller');
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

  /** The known value that a text means which a person typed: the value itself, or another spelling of it; null = none. */
  meaningOf(field: ValueField, typed: string): string | null {
    return readValue(field, typed);
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
    return this.#starts[this.at]?.saved ?? null;
  }

  /** Reads the file of a list again and shows how its columns are taken. */
  async open(name: ListName): Promise<void> {
    this.#aliases = this.dataset.rules.aliases;
    this.#changed = {};
    if (await this.openFile(name)) await this.#faults.open(this.dataset, name);
  }

  close(): void {
    this.closeFile();
    this.#changed = {};
  }

  /** Shows another list of the file; what was changed of this one is kept until `apply`. */
  chooseList(at: number): void {
    this.show(at);
    void this.#faults.open(this.dataset, { file: this.name?.file ?? '', sheet: this.shown?.table.sheet ?? null });
  }

  /** Reads the list again with its header in another row, 1-based; `height` rows end there. Other columns: what was changed of it is gone. */
  async chooseHeader(row: number, height: number): Promise<void> {
    if (!Number.isInteger(row) || row < 1 || !(await this.readWithHeader({ row, height }))) return;
    this.#changed = Object.fromEntries(Object.entries(this.#changed).filter(([at]) => Number(at) !== this.at));
  }

  /** Leaves the list out, or takes in one that was left alone. */
  leaveOut(isLeftOut: boolean): void {
    this.#change((draft) => ({ ...draft, isLeftOut }));
  }

  chooseTarget(key: string, target: Target | null): void {
    this.#change((draft) => edits.withTarget(draft, key, target, this.#preview?.columns ?? []));
  }

  /** Takes a column for what its content looks like; a number that no court of this country gave is kept as it stands. */
  takeSuggestion(column: ColumnPreview, wanted: string): void {
    const target = TARGETS.find((known) => known === wanted);
    if (target === undefined) return;
    this.chooseTarget(column.key, target);
    if (column.content === 'identifier') this.chooseStyle({ ...column, target }, { isVerbatim: true });
  }

  chooseStyle(column: ColumnPreview, change: ReadingStyle): void {
    this.#change((draft) => edits.withStyle(draft, column, change));
  }

  chooseConstant(field: ConstantField, value: string | null): void {
    this.#change((draft) => edits.withConstant(draft, field, value));
  }

  /** Assigns a text to a known value; null = it stands for no value. */
  assign(field: ValueField, raw: string, value: string | null): void {
    this.#change((draft) => edits.withAssignment(draft, field, raw, value));
  }

  /** Texts of a field that stand for nothing yet and most likely mean a known value, with that value. */
  suggestionsFor({ field, values }: FieldPreview): readonly { readonly raw: string; readonly value: string }[] {
    return values.flatMap(({ raw, isFailed, isAssigned }) => {
      const value = isFailed && !isAssigned ? this.suggestionFor(field, raw) : null;
      return value === null ? [] : [{ raw, value }];
    });
  }

  unassign(field: ValueField, raw: string): void {
    this.#change((draft) => edits.withoutAssignment(draft, field, raw));
  }

  /** @param wanted one of the choices of the fault; anything else changes nothing */
  decide(fault: Fault, wanted: string): void {
    this.#change((draft) => edits.withOutcome(draft, fault, wanted));
  }

  decideDuplicates(wanted: string): void {
    this.#change((draft) => edits.withDuplicates(draft, wanted));
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

  /** Keeps the mapping of this list and of those that were changed, and reads the file by it; true when that is done, and the screen is closed. */
  async apply(): Promise<boolean> {
    const [file, profiles] = [this.file, this.#toKeep];
    if (file === null || profiles.length === 0) return false;
    const isDone = await this.busyWith(async () => {
      if (await this.dataset.readAgain(file, profiles, this.#aliases)) return null;
      return this.dataset.refused[0]?.sentence ?? this.dataset.failure ?? MAPPING.failed;
    });
    if (isDone) this.close();
    return isDone;
  }

  get #toKeep(): readonly Profile[] {
    const changed = this.#draft === null ? this.#changed : { ...this.#changed, [this.at]: this.#draft };
    return Object.entries(changed).flatMap(([at, draft]) => {
      const list = this.opened[Number(at)];
      if (list === undefined) return [];
      return [edits.withAllColumns(draft, this.#previewOf(list, draft).columns, this.name?.file ?? '')];
    });
  }

  #startOf(list: OpenList): ReturnType<typeof startDraft> {
    return startDraft(list, this.name?.file ?? '', this.dataset.ownRules, this.dataset.rules);
  }

  #previewOf(list: OpenList, draft: Profile): PlanPreview {
    return previewDraft(list, draft, this.asOf, this.#aliases);
  }

  #change(change: (draft: Profile) => Profile): void {
    if (this.#draft !== null) this.#changed = { ...this.#changed, [this.at]: change(this.#draft) };
  }
}
