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
    this.#settings.keepEverywhere(TYPED, latestOfEach([...this.#typed, ...figures]));
  }

  untype(figures: readonly TypedFigure[]): void {
    this.#settings.keepEverywhere(TYPED, without(this.#typed, figures));
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
