import { isRecord } from '../lib/record.ts';
import type { BenchmarkPack } from '../query/pack.ts';
import { readPack, toPackText, type PackFault } from '../query/pack-read.ts';
import type { Settings } from './settings.svelte.ts';
import { parseTypedFigures, type TypedFigure } from './typed-figure.ts';

/** A benchmark pack that this browser keeps, with the name of its file. */
export interface KeptPack {
  readonly file: string;
  readonly pack: BenchmarkPack;
}

const PACKS = 'packs';
const TYPED = 'typed-figures';

/** Courts to compare with that are in no list of cases: benchmark packs and figures typed in. Kept in this browser. */
export class Peers {
  readonly #settings: Settings;
  readonly #packs: readonly KeptPack[] = $derived.by(() => this.#parse(this.#settings.everywhere(PACKS)));
  readonly #typed: readonly TypedFigure[] = $derived.by(() => parseTypedFigures(this.#settings.everywhere(TYPED)));

  /** What was read once is not read again. */
  readonly #read = new WeakMap<object, KeptPack>();

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  /** In the order in which they were added. */
  get packs(): readonly KeptPack[] {
    return this.#packs;
  }

  get typed(): readonly TypedFigure[] {
    return this.#typed;
  }

  /** Keeps the pack in `text`, in the place of an older one with the same courts; else says what is wrong with it. */
  addPack(file: string, text: string): PackFault | null {
    const reading = readPack(text);
    if (reading.kind === 'refused') return reading.fault;
    const courts = courtsOf(reading.pack);
    this.#keep([...this.#packs.filter(({ pack }) => courtsOf(pack) !== courts), { file, pack: reading.pack }]);
    return null;
  }

  removePack(file: KeptPack): void {
    this.#keep(this.#packs.filter((other) => other !== file));
  }

  /** As text: a pack of hundreds of courts is a million small values, which take seconds to copy into the store. */
  #keep(packs: readonly KeptPack[]): void {
    const entries = packs.map((kept) => {
      const entry = { file: kept.file, text: toPackText(kept.pack) };
      this.#read.set(entry, kept);
      return entry;
    });
    this.#settings.keepEverywhere(PACKS, entries);
  }

  #parse(value: unknown): readonly KeptPack[] {
    if (!Array.isArray(value)) return [];
    return value.flatMap((entry: unknown): KeptPack[] => {
      if (!isRecord(entry)) return [];
      const known = this.#read.get(entry);
      if (known !== undefined) return [known];
      // Earlier programs kept the pack itself.
      const reading = readPack(typeof entry['text'] === 'string' ? entry['text'] : JSON.stringify(entry['pack']));
      if (reading.kind === 'refused') return [];
      const kept = { file: String(entry['file']), pack: reading.pack };
      this.#read.set(entry, kept);
      return [kept];
    });
  }

  /** Adds figures, each in the place of the one of the same court, metric, variant and period. */
  type(figures: readonly TypedFigure[]): void {
    this.#settings.keepEverywhere(TYPED, latestOfEach([...this.#typed, ...figures]));
  }

  untype(figures: readonly TypedFigure[]): void {
    this.#settings.keepEverywhere(TYPED, without(this.#typed, figures));
  }
}

function courtsOf({ courts }: BenchmarkPack): string {
  return courts
    .map(({ name }) => name)
    .sort()
    .join('\n');
}

/** The last of each court, metric, variant and period. */
function latestOfEach(figures: readonly TypedFigure[]): readonly TypedFigure[] {
  return Object.values(Object.fromEntries(figures.map((figure) => [keyOf(figure), figure])));
}

function without(figures: readonly TypedFigure[], gone: readonly TypedFigure[]): readonly TypedFigure[] {
  const keys = gone.map(keyOf);
  return figures.filter((figure) => !keys.includes(keyOf(figure)));
}

function keyOf({ court, metric, variant, from, to }: TypedFigure): string {
  return [court, metric, variant ?? '', from, to].join('\n');
}
