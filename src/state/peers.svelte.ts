import type { BenchmarkPack } from '../query/pack.ts';
import { readPack, type PackFault } from '../query/pack-read.ts';
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
  readonly #packs: readonly KeptPack[] = $derived.by(() => parseKept(this.#settings.everywhere(PACKS)));
  readonly #typed: readonly TypedFigure[] = $derived.by(() => parseTypedFigures(this.#settings.everywhere(TYPED)));

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
    const others = this.#packs.filter(({ pack }) => courtsOf(pack) !== courts);
    this.#settings.keepEverywhere(PACKS, [...others, { file, pack: reading.pack }]);
    return null;
  }

  removePack(file: KeptPack): void {
    this.#settings.keepEverywhere(
      PACKS,
      this.#packs.filter((other) => other !== file),
    );
  }

  /** Adds figures, each in the place of the one of the same court, metric, variant and period. */
  type(figures: readonly TypedFigure[]): void {
    const known = new Map([...this.#typed, ...figures].map((figure) => [keyOf(figure), figure]));
    this.#settings.keepEverywhere(TYPED, [...known.values()]);
  }

  untype(figures: readonly TypedFigure[]): void {
    const gone = new Set(figures.map(keyOf));
    this.#settings.keepEverywhere(
      TYPED,
      this.#typed.filter((other) => !gone.has(keyOf(other))),
    );
  }
}

function parseKept(value: unknown): readonly KeptPack[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((entry: unknown): KeptPack[] => {
    if (typeof entry !== 'object' || entry === null || !('file' in entry) || !('pack' in entry)) return [];
    const reading = readPack(JSON.stringify(entry.pack));
    return reading.kind === 'pack' ? [{ file: String(entry.file), pack: reading.pack }] : [];
  });
}

function courtsOf({ courts }: BenchmarkPack): string {
  return courts
    .map(({ name }) => name)
    .sort()
    .join('\n');
}

function keyOf({ court, metric, variant, from, to }: TypedFigure): string {
  return [court, metric, variant ?? '', from, to].join('\n');
}
