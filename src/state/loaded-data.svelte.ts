import type { ColumnTable, SqlValue } from '../engine/connector.ts';
import type { DatasetSummary } from '../ingest/export-file.ts';
import { firstClosingOf, type Court } from '../query/courts.ts';
import type { Period } from '../query/metric-query.ts';
import type { Slice } from '../query/slice-figures.ts';
import type { Gaps } from '../query/withhold-incomplete.ts';
import type { DatasetAbout } from './catalog.ts';
import { defaultRangeOf, ownCourtOf } from './dataset-defaults.ts';
import type { LoadedSet } from './dataset-ports.ts';
import { findAnswer } from './known-answers.ts';
import { EMPTY_ROSTER, type Roster } from './masking.ts';
import { toPeriod, type DayRange } from './period.ts';

/** What one load brought. */
export interface Loaded {
  readonly set: LoadedSet;
  /** What whoever prepared or hosts the data says of them. */
  readonly about: DatasetAbout | null;
  readonly roster: Roster;
}

/** What is known of the loaded case table as a whole. */
export class LoadedData {
  #loaded: Loaded | null = $state.raw(null);
  #version = $state(0);
  #loads = 0;

  /** Rises with every load; 0 = nothing is loaded. */
  get version(): number {
    return this.#version;
  }

  get summary(): DatasetSummary | null {
    return this.#loaded?.set.summary ?? null;
  }

  /** 法院代字 of a court; null where it is not known. */
  codeOf(court: string): string | null {
    return this.#courts.find(({ name }) => name === court)?.code ?? null;
  }

  /** Names of the courts in the order of their codes. */
  get courts(): readonly string[] {
    return this.#courts.map((court) => court.name);
  }

  /** Day of the first closing of any of `courts`; of all where null. Null where none is known. */
  firstClosingOf(courts: readonly (string | null)[] | null): string | null {
    return firstClosingOf(this.#courts, courts);
  }

  /** The courts that may stand beside each other: those that try cases at first instance; all, where none does. */
  get peerCourts(): readonly string[] {
    const peers = this.#courts.filter((court) => court.hasFirstInstance);
    return peers.length === 0 ? this.courts : peers.map((court) => court.name);
  }

  /** The court that the catalogue names, or the only one in the data; else null. */
  get ownCourt(): string | null {
    return ownCourtOf(this.#about, this.#courts);
  }

  /** What of the data is only a slice of what its courts have: figures that this makes wrong are withheld. */
  get slices(): readonly Slice[] {
    return this.#loaded?.set.slices ?? [];
  }

  /** What makes figures wrong: slices, and words that are not known. */
  get gaps(): Gaps {
    const presentColumns = this.summary?.presentColumns ?? [];
    return { slices: this.slices, unread: this.#loaded?.set.unread ?? [], presentColumns };
  }

  /** The judges in the order of their pseudonyms. */
  get roster(): Roster {
    return this.#loaded?.roster ?? EMPTY_ROSTER;
  }

  get isSynthetic(): boolean {
    return this.#about?.isSynthetic ?? false;
  }

  /** False where the data were prepared without the text of their rows as it stood. */
  get hasRawText(): boolean {
    return this.#loaded?.set.hasRawText ?? true;
  }

  /** The period shown until another is chosen: the catalogue's current year, or the whole span of the data. */
  get defaultRange(): DayRange | null {
    return defaultRangeOf(this.#about, this.summary);
  }

  /** Last day that the data know of. */
  get asOf(): string | null {
    return this.#about?.asOf ?? this.summary?.span?.to ?? null;
  }

  get span(): Period | null {
    const span = this.summary?.span ?? null;
    return span === null ? null : toPeriod(span);
  }

  /** The answer to a statement, where it came with the data; else it has to be asked. */
  protected knownAnswer(sql: string, params: readonly SqlValue[]): ColumnTable | null {
    return findAnswer(this.#loaded?.set.answers ?? [], sql, params);
  }

  protected take(loaded: Loaded): void {
    this.#loaded = loaded;
    this.#version = this.#loads += 1;
  }

  protected forget(): void {
    this.#loaded = null;
    this.#version = 0;
  }

  get #courts(): readonly Court[] {
    return this.#loaded?.set.courts ?? [];
  }

  get #about(): DatasetAbout | null {
    return this.#loaded?.about ?? null;
  }
}
