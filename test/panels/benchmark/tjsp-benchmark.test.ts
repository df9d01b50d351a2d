import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findMetric } from '../../../src/metrics/index.ts';
import type { MetricDefinition } from '../../../src/metrics/metric.ts';
import { BY_CAUSE_AND_PROCEDURE } from '../../../src/panels/benchmark/benchmark-metrics.ts';
import { adjustedIntervalOf } from '../../../src/panels/benchmark/court-interval.ts';
import { toCourtStrata, toCourtUnits, type CourtUnit } from '../../../src/panels/benchmark/court-unit.ts';
import { toPairStrata, toDirectPairView } from '../../../src/panels/benchmark/direct-pair-view.ts';
import { findingOf } from '../../../src/panels/benchmark/finding.ts';
import { toGapView } from '../../../src/panels/benchmark/gap-view.ts';
import { toGap } from '../../../src/panels/benchmark/gap.ts';
import { adjustedOutcome, crudeOutcome, type Outcome } from '../../../src/panels/benchmark/outcome.ts';
import type { DimensionId, MetricRef, ResultTable } from '../../../src/query/metric-query.ts';
import { directPair } from '../../../src/statistics/standardise/direct-pair.ts';
import { run } from '../../support/measure.ts';
import { loadCourts, type LoadedCourts } from './load-courts.ts';

/**
 * The benchmark of 330 courts through the importer, the compiler and the functions of the page, against SQL of this file
 * on the rows as they stand, and against what `tjsp-benchmark.R` printed in R 4.2.2. Almost all cases have one case_type,
 * so the chamber stands in for the cause: 46 kinds, some of which one court alone has.
 */
const FILE = '../shared/data/tjsp_jec/cases.csv';
const isHere = existsSync(FILE);
if (!isHere) console.warn(`${FILE} is not there: the benchmark is not compared with SQL and R on it`);

const PERIOD = { start: '2016-01-01', end: '2020-01-01' };
const APPEALED: MetricRef = { id: 'appeal_rate', variant: 'd' };
const DAYS: MetricRef = { id: 'mean_days' };
const REFS = [APPEALED, DAYS];
const RIO_PRETO = 'Foro de São José do Rio Preto';
const CENTRAL = 'Foro Central Juizados Especiais Cíveis';
const SOROCABA = 'Foro de Sorocaba';
const [BAURU, AMARO] = ['Foro de Bauru', 'Foro Regional II - Santo Amaro'];

describe.skipIf(!isHere)('the benchmark of the courts of São Paulo', () => {
  let courts: LoadedCourts;
  let byCourt: ResultTable;
  let byKind: ResultTable;
  beforeAll(async () => {
    const profile = JSON.parse(readFileSync('test/fixtures/profiles/tjsp-cases.json', 'utf8')) as {
      profiles: { columns: Record<string, { target: string | null; style: object }> }[];
    };
    for (const { columns } of profile.profiles)
      Object.assign(columns, { chamber: { target: 'cause', style: {} }, casetype: { target: null, style: {} } });
    const path = join(mkdtempSync(join(tmpdir(), 'tjsp-')), 'profile.json');
    writeFileSync(path, JSON.stringify(profile));
    courts = await loadCourts([FILE], '2026-11-24', [path]);
    const ask = (groupBy: readonly DimensionId[]) =>
      run(courts.connector, REFS, { groupBy, period: PERIOD }, courts.presentColumns);
    byCourt = await ask(['court']);
    byKind = await ask(['court', ...BY_CAUSE_AND_PROCEDURE.dimensions]);
  }, 120_000);
  afterAll(() => courts.connector.close());

  const unitsOf = (ref: MetricRef): readonly CourtUnit[] =>
    toCourtUnits(ref, courts.order, byCourt, toCourtStrata(courts.order, byKind, BY_CAUSE_AND_PROCEDURE.dimensions));
  const unitOf = (ref: MetricRef, name: string): CourtUnit => {
    const unit = unitsOf(ref).find((one) => one.name === name);
    if (unit === undefined) throw new Error(`no court ${name}`);
    return unit;
  };
  const definitionOf = (ref: MetricRef): MetricDefinition => {
    const definition = findMetric(ref.id);
    if (definition === undefined) throw new Error(`no metric ${ref.id}`);
    return definition;
  };
  /** The courts of which something is said, by where they lie. */
  function beyond(ref: MetricRef, outcome: Outcome | null) {
    const said = unitsOf(ref).filter(({ name }) => {
      const unit = outcome?.units.get(name);
      return unit !== undefined && (unit.flag === 'high998' || unit.flag === 'low998');
    });
    for (const court of said) expect(findingOf(court, outcome, definitionOf(ref)).standing).not.toBe('none');
    const where = (flag: string) => said.flatMap(({ name }) => (outcome?.units.get(name)?.flag === flag ? [name] : []));
    return { high: where('high998').sort(), low: where('low998').sort() };
  }

  test.each([
    ['appealed', APPEALED, '(appeal_date IS NOT NULL OR appeal_outcome_date IS NOT NULL)::INT', 'true'],
    ['days', DAYS, 'disposition_date - filing_date', 'disposition_date >= filing_date'],
  ])(
    '%s: observed, expected and their quotient of every court are those of plain SQL',
    async (_, ref, value, which) => {
      const { columns } = await courts.connector.query(
        `WITH cases AS (SELECT court, chamber, ${value} AS x FROM read_csv('${FILE}', header = true)
         WHERE disposition_date >= DATE '2016-01-01' AND disposition_date < DATE '2020-01-01' AND ${which}),
       kinds AS (SELECT chamber, avg(x) AS expected FROM cases GROUP BY chamber)
       SELECT court, count(*)::DOUBLE AS n, sum(x)::DOUBLE AS observed, sum(expected)::DOUBLE AS expected
       FROM cases JOIN kinds ON cases.chamber IS NOT DISTINCT FROM kinds.chamber GROUP BY court`,
        [],
      );
      const rows = new Map((columns['court'] ?? []).map((court, i) => [String(court), i]));
      const units = unitsOf(ref).filter(({ n }) => n > 0);
      expect(units.length).toBe(rows.size);
      expect(units.length).toBeGreaterThan(300);
      const number = (column: string, court: string) => Number(columns[column]?.[rows.get(court) ?? -1]);
      for (const { name, n, indirect } of units) {
        const [observed, expected] = [number('observed', name), number('expected', name)];
        expect([name, n, indirect?.observed]).toEqual([name, number('n', name), observed]);
        expect(indirect?.expected).toBeCloseTo(expected, 6);
      }
    },
  );

  test('observed / expected of three courts with the exact and Student’s 95 % intervals of R', () => {
    const found = (ref: MetricRef, name: string) => {
      const unit = unitOf(ref, name);
      const interval = adjustedIntervalOf(unit, 0.95);
      return [unit.n, unit.indirect?.ratio, interval?.lower, interval?.upper].map((value) => value ?? NaN);
    };
    const expected = [
      [APPEALED, RIO_PRETO, 1147, 523 / 455.5164968462, 1.0748354357, 1.2220289219],
      [APPEALED, CENTRAL, 1001, 1, 0.9182190824, 1.0839496713],
      [APPEALED, SOROCABA, 500, 265 / 198.5683276604, 1.2217099222, 1.4464983769],
      [DAYS, RIO_PRETO, 1147, 270.3522231909 / 207.560815732, 1.2589209855, 1.3461200694],
      [DAYS, CENTRAL, 928, 1, 0.9541554004, 1.0458445996],
      [DAYS, SOROCABA, 497, 226.9818913481 / 179.4266901036, 1.199809527, 1.3302699301],
    ] as const;
    for (const [ref, name, ...numbers] of expected)
      expect([ref.id, name, found(ref, name)]).toEqual([
        ref.id,
        name,
        numbers.map((value) => expect.closeTo(value, 8)),
      ]);
  });

  test('the health check at 99.8 %: the courts of which something is said are those of R', () => {
    const appealed = adjustedOutcome(unitsOf(APPEALED));
    expect(appealed?.units.size).toBe(237);
    expect(appealed?.overdispersion.tauSquared).toBeCloseTo(0.0002092106, 9);
    expect(beyond(APPEALED, appealed)).toEqual({
      high: ['Foro de Campinas', 'Foro de Presidente Prudente', 'Foro de Santos', SOROCABA],
      low: [AMARO, 'Foro de Cotia', 'Foro de Mauá', 'Foro de São Bernardo do Campo'],
    });
    const days = adjustedOutcome(unitsOf(DAYS));
    expect(days?.units.size).toBe(237);
    expect(days?.target).toBeCloseTo(1.0007081425, 9);
    expect(days?.overdispersion.tauSquared).toBeCloseTo(0.0731139891, 9);
    expect(beyond(DAYS, days)).toEqual({
      high: [
        ...['Amparo', 'Cajamar', 'Cravinhos', 'Cubatão', 'Ferraz de Vasconcelos', 'Ituverava', 'Jaboticabal', 'Matão'],
        ...['Paulínia', 'Pindamonhangaba', 'Pirapozinho', 'São Vicente', 'Sertãozinho', 'Taquarituba'],
      ]
        .map((name) => `Foro de ${name}`)
        .sort(),
      low: [],
    });
  });

  test('crude: the same', () => {
    const crude = crudeOutcome(unitsOf(APPEALED));
    expect(crude?.target).toBeCloseTo(0.3972908367, 9);
    expect(crude?.overdispersion.tauSquared).toBeCloseTo(0.0027249927, 9);
    expect(beyond(APPEALED, crude)).toEqual({ high: ['Foro de São Roque'], low: ['Foro de Mauá'] });
  });

  test('a court whose chambers nobody else has is as expected of itself: it is not judged, and the words say why', () => {
    const central = unitOf(APPEALED, CENTRAL);
    expect(central.uncompared).toEqual({ n: 1001, alone: 1001, merged: 0 });
    const finding = findingOf(central, adjustedOutcome(unitsOf(APPEALED)), definitionOf(APPEALED));
    expect(finding).toMatchObject({
      standing: null,
      words: { zh: '多数案件的种类是其他法院没有的,无从比较,不作判断' },
    });
  });

  const pairInput = (ref: MetricRef) =>
    ({
      ref,
      definition: definitionOf(ref),
      table: byKind,
      ownCourt: BAURU,
      against: AMARO,
      othersLabel: AMARO,
      stratification: BY_CAUSE_AND_PROCEDURE,
      locale: 'zh',
    }) as const;

  test.each([
    [
      APPEALED,
      [2, 0.8173913043, 0.9644760213, 0.3661608325, 0.3008652382, 0.4367742431],
      [0.2855080621, 0.2491181453, 0.3249135008, 0.0806527704, 0.0043880785, 0.1600912988],
    ],
    [
      DAYS,
      [2, 0.8173913043, 0.9638336347, 142.7366491526, 123.3723065403, 162.1009917648],
      [219.4728623146, 210.3665621578, 228.5791624714, -76.736213162, -98.134868899, -55.337557425],
    ],
  ])('two courts with one mix, directly standardised, with coverage: as R has it, %j', (ref, ...numbers) => {
    const pair = directPair(toPairStrata(pairInput(ref)), { isMean: ref.id === 'mean_days', least: 5 });
    if (pair === null) throw new Error('nothing in common');
    const { strata, first, second, difference, interval } = pair;
    const of = (side: typeof first) => [side.standardised, side.interval?.lower, side.interval?.upper];
    expect([
      [strata, first.coverage, second.coverage, ...of(first)],
      [...of(second), difference, interval?.lower, interval?.upper],
    ]).toEqual(numbers.map((row) => row.map((value) => expect.closeTo(value, 6))));
  });

  test('what could not be adjusted stands in the sentence', () => {
    const view = toDirectPairView(pairInput(APPEALED));
    expect(view?.title).toBe(`案件构成相同时:本院 36.62%,${AMARO} 28.55%,相差 +8.07 个百分点`);
    expect(view?.notes.slice(0, 2)).toEqual([
      '差值的 95% 区间 +0.44 至 +16.01;按 99.8% 判断,可能只是波动',
      '两院各有 5 件以上的案由 × 程序共 2 类,含本院案件的 81.7%、对照法院的 96.4%;其余案件没有可比的同类,未能调整,不在此比较之内',
    ]);
  });

  test.each([
    [APPEALED, [AMARO], [0.2948490231, 0.352173913, 0.05732489, -0.0134138594, 0.0707387493]],
    [DAYS, null, [185.6876983287, 137.3391304348, -48.348567894, -28.9040196563, -19.4445482377]],
  ])('the gap is mix and rate as in R, and its bars add up to it, %j', (ref, against, numbers) => {
    const others = against ?? courts.order.filter((name) => name !== BAURU);
    const { rate1, rate2, effects } = toGap(ref, byKind, BAURU, others).result;
    expect([rate1, rate2, effects?.total, effects?.mix, effects?.rate]).toEqual(
      numbers.map((value) => expect.closeTo(value, 8)),
    );
    const query = { metrics: [ref], groupBy: ['court', 'cause'] as const, period: PERIOD, filter: {} };
    const { waterfall } = toGapView({
      ...pairInput(ref),
      answer: { query, table: byKind },
      others,
      dimensionLabel: '案由',
      isSynthetic: false,
      isPending: false,
    });
    const bars = waterfall.steps.filter(({ kind }) => kind === 'mix' || kind === 'rate');
    const sum = (kind: string) => bars.reduce((all, bar) => all + (bar.kind === kind ? bar.end - bar.start : 0), 0);
    expect([sum('mix'), sum('rate')]).toEqual([numbers[3], numbers[4]].map((value) => expect.closeTo(value ?? NaN, 8)));
    const [first, last] = [waterfall.steps[0], waterfall.steps.at(-1)];
    expect((last?.end ?? NaN) - (first?.end ?? NaN)).toBeCloseTo(numbers[2] ?? NaN, 8);
    bars.forEach(({ start }, i) => expect(start).toBeCloseTo((i === 0 ? first : bars[i - 1])?.end ?? NaN, 12));
  });
});
