import { describe, expect, test } from 'vitest';
import { createRandom } from '../../../src/lib/random.ts';
import { findMetric } from '../../../src/metrics/index.ts';
import type { CourtUnit } from '../../../src/panels/benchmark/court-unit.ts';
import { findingOf } from '../../../src/panels/benchmark/finding.ts';
import { ownChange } from '../../../src/panels/benchmark/own-change.ts';
import { BENCHMARK } from '../../../src/text/benchmark.ts';
import { adjustedOutcome, crudeOutcome, type Outcome } from '../../../src/panels/benchmark/outcome.ts';
import { binomialQuantile } from '../../../src/statistics/distribution/binomial.ts';
import { drawCourts, drawDays, drawEvents, sizeOf, unitsOf, type DrawKind, type Kind } from './null-draws.ts';

/**
 * Courts that are all drawn from one distribution: who is called better or worse is called so by chance. At 99.8 % that
 * may be 2 of 1,000 judged; the count is itself chance, Binomial(judged, .002): of 9,900 judged 19.8 are promised and more
 * than 35 come about once in 1,000 times. With limits from normal scales alone it was 77 of 9,900 where the rate is 2 %,
 * and 44 for days with a long tail. The seeds were first drawn when the rules stood (counted then: 0 to 20 of 9,900).
 */
const PROMISED = 0.002;

interface Called {
  judged: number;
  called: number;
}

function addCalled(sum: Called, id: string, units: readonly CourtUnit[], outcome: Outcome | null): void {
  const definition = findMetric(id);
  if (definition === undefined || outcome === null) throw new Error('no funnel');
  const found = units.map((court) => findingOf(court, outcome, definition).standing).filter((one) => one !== null);
  sum.judged += found.length;
  sum.called += found.filter((standing) => standing !== 'none').length;
}

/** Who is called better or worse among courts of which every one draws its cases by `drawKind`, over all seeds. */
function calledOf(id: string, isMean: boolean, size: number, drawKind: DrawKind, hasSameMix: boolean) {
  const sums = { crude: { judged: 0, called: 0 }, adjusted: { judged: 0, called: 0 } };
  for (const seed of SEEDS) {
    const random = createRandom(seed, `${id} ${size}`);
    const units = unitsOf(id, isMean, drawCourts(random, size, drawKind, hasSameMix));
    if (hasSameMix) addCalled(sums.crude, id, units, crudeOutcome(units));
    addCalled(sums.adjusted, id, units, adjustedOutcome(units));
  }
  return sums;
}

function expectPromiseKept(sums: Readonly<Record<string, Called>>): void {
  for (const [side, { judged, called }] of Object.entries(sums))
    expect([side, Math.max(0, called - binomialQuantile(0.999, judged, PROMISED))]).toEqual([side, 0]);
}

test('the bound: 2 of 1,000, and how many more chance may give', () => {
  // qbinom(.999, c(300, 1200, 9900, 6000, 4000), .002) in R: 4 8 35 24 18.
  expect([300, 1200, 9900, 6000, 4000].map((judged) => binomialQuantile(0.999, judged, PROMISED))).toEqual([
    4, 8, 35, 24, 18,
  ]);
});

const SEEDS = Array.from({ length: 30 }, (_, i) => 2_611_280 + i);
const COURTS = [10, 40, 330];

/** Rates of the three kinds of case. */
describe.each([
  ['a common rate, as 调撤率', 'settlement_rate', [0.4, 0.4, 0.4]],
  ['a rare event, as 发改率', 'reversal_rate', [0.02, 0.02, 0.02]],
  ['a very rare one', 'remand_rate', [0.004, 0.004, 0.004]],
  ['nearly all, as 审限内结案率', 'within_limit_rate', [0.98, 0.98, 0.98]],
  ['kinds that differ, in mixes that differ', 'settlement_rate', [0.2, 0.5, 0.7]],
  ['kinds that differ, of rare events', 'reversal_rate', [0.005, 0.02, 0.05]],
] as const)('%s', (_, id, rates) => {
  test.each(COURTS)('%i courts: no more are called better or worse than 2 of 1,000', (size) => {
    expectPromiseKept(calledOf(id, false, size, drawEvents(rates), rates[0] === rates[1]));
  });
});

describe.each([
  ['days with a moderate tail', 0.6, 0],
  ['days with a long tail', 0.9, 0],
  ['days of kinds that differ', 0.7, 0.4],
])('%s', (_, sigma, step) => {
  test.each(COURTS)('%i courts: the same', (size) => {
    expectPromiseKept(calledOf('mean_days', true, size, drawDays(sigma, step), step === 0));
  });
});

describe('the arrows of the health check: a change of the court itself, in courts in which nothing changed', () => {
  test.each([
    ['settlement_rate', 0.4],
    ['reversal_rate', 0.02],
    ['remand_rate', 0.004],
    ['within_limit_rate', 0.98],
  ])('%s at %d', (id, rate) => {
    const random = createRandom(2_611_311, id);
    const sum = { judged: 0, called: 0 };
    const draw = (n: number): Kind => drawEvents([rate])(random, n, 0);
    for (let i = 0; i < 6000; i++) addChange(sum, id, false, draw(sizeOf(random)), draw(sizeOf(random)));
    expectPromiseKept({ arrows: sum });
  });

  test('mean days with a long tail', () => {
    const random = createRandom(2_611_311, 'days');
    const sum = { judged: 0, called: 0 };
    const draw = (n: number): Kind => drawDays(0.9, 0)(random, n, 0);
    for (let i = 0; i < 4000; i++) addChange(sum, 'mean_days', true, draw(sizeOf(random)), draw(sizeOf(random)));
    expectPromiseKept({ arrows: sum });
  });
});

function addChange(sum: Called, id: string, isMean: boolean, now: Kind, before: Kind): void {
  const figure = (kind: Kind) => unitsOf(id, isMean, [[kind]])[0]?.figure ?? null;
  const [first, second] = [figure(now), figure(before)];
  if (first === null || second === null) throw new Error('no figure');
  sum.judged += 1;
  sum.called += ownChange(first, second) === null ? 0 : 1;
}

test('a court of one kind of case, one of three cases and one without any are neither best nor worst', () => {
  const random = createRandom(3, 'small');
  const draw = (n: number, rate: number): Kind => drawEvents([rate])(random, n, 0);
  const none: Kind = { n: 0, x: 0, squares: 0 };
  const courts = Array.from({ length: 20 }, () => [draw(200, 0.3), draw(200, 0.3), none]);
  // All settled: in a kind that nobody else has, of three cases, of none.
  const strange = [
    [none, none, draw(150, 1)],
    [draw(3, 1), none, none],
    [none, none, none],
  ];
  const units = unitsOf('settlement_rate', false, [...courts, ...strange]);
  const definition = findMetric('settlement_rate');
  if (definition === undefined) throw new Error('no definition');
  const outcome = adjustedOutcome(units);
  expect(units.slice(-3).map((court) => findingOf(court, outcome, definition))).toEqual([
    { standing: null, words: BENCHMARK.noMatch },
    { standing: null, words: BENCHMARK.few },
    { standing: null, words: BENCHMARK.noCases },
  ]);
});
