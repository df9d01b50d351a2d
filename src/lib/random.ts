/** A source of pseudo-random numbers that depends on nothing but its seed: the same on every machine. */
export interface Random {
  /** Uniform in [0, 1). */
  next(): number;
  /** Uniform in 0 … n−1. */
  below(n: number): number;
  /** Standard normal. */
  normal(): number;
}

/**
 * Mulberry32 (32-bit state, period 2^32): enough for sample data and bootstraps, not for secrets.
 * @param stream names an independent sequence of the same seed, so that one use does not move another.
 */
export function createRandom(seed: number, stream = ''): Random {
  let state = (seed ^ hash(stream)) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let z = state;
    z = Math.imul(z ^ (z >>> 15), z | 1);
    z ^= z + Math.imul(z ^ (z >>> 7), z | 61);
    return ((z ^ (z >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    next,
    below: (n) => Math.floor(next() * n),
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
  };
}

/** FNV-1a over UTF-16 code units. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value;
}

/** One of `choices`, each as likely as its weight; weights need not add up to 1. */
export function pickWeighted<T>(random: Random, choices: readonly (readonly [T, number])[]): T {
  const total = choices.reduce((sum, [, weight]) => sum + weight, 0);
  let left = random.next() * total;
  for (const [value, weight] of choices) {
    left -= weight;
    if (left < 0) return value;
  }
  const last = choices.at(-1);
  if (last === undefined) throw new RangeError('nothing to pick from');
  return last[0];
}

/** One of `choices`, all equally likely. */
export function pickOne<T>(random: Random, choices: readonly T[]): T {
  return pickWeighted(
    random,
    choices.map((choice) => [choice, 1] as const),
  );
}
