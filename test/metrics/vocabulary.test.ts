import { describe, expect, test } from 'vitest';
import { BUCKETS } from '../../src/court/bucket.ts';
import { findCaseType, LEVELS, MATTERS } from '../../src/court/case-type.ts';
import { CLOSINGS } from '../../src/court/closing.ts';
import { BENCHES, PROCEDURES } from '../../src/court/procedure.ts';
import { CONFIGURATION } from '../../src/metrics/configuration.ts';
import { CATALOG } from '../../src/metrics/index.ts';
import type { Formula, MetricVariant, Predicate, Quantity } from '../../src/metrics/metric.ts';
import { APPEAL_COLUMNS, CASE_COLUMNS } from '../../src/schema/columns.ts';

/** A word in a definition that no import ever writes would make a figure 0 without a sign. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  matter: MATTERS,
  level: LEVELS,
  procedure: PROCEDURES,
  bench: BENCHES,
  closing_bucket: BUCKETS,
  closing: CLOSINGS.map(({ closing }) => closing),
};

const variants = CATALOG.flatMap((metric) =>
  metric.variants.map((variant) => [`${metric.id} ${variant.id ?? ''}`, variant] as const),
);

function quantitiesOf(formula: Formula): readonly Quantity[] {
  switch (formula.kind) {
    case 'sum':
      return formula.parts;
    case 'ratio':
      return [...formula.numerator, ...formula.denominator];
    case 'duration':
    case 'balance':
      return [{ of: formula.of }];
    case 'disposition_time':
      return [formula.stock, formula.flow];
  }
}

function leavesOf(predicate: Predicate): readonly Predicate[] {
  if (predicate.kind === 'all' || predicate.kind === 'any') return predicate.of.flatMap(leavesOf);
  return predicate.kind === 'not' ? leavesOf(predicate.of) : [predicate];
}

describe('definitions speak the words of court/', () => {
  test.each(variants)('%s', (_, variant: MetricVariant) => {
    for (const { of } of quantitiesOf(variant.formula)) {
      const known: readonly string[] = (of.relation === 'cases' ? CASE_COLUMNS : APPEAL_COLUMNS).map(
        ({ name }) => name,
      );
      for (const leaf of leavesOf(of.where)) {
        if (leaf.kind === 'known') expect(known).toContain(leaf.column);
        if (leaf.kind === 'compare') expect(known).toEqual(expect.arrayContaining([leaf.left, leaf.right]));
        if (leaf.kind !== 'in') continue;
        expect(known).toContain(leaf.column);
        const words = WORDS[leaf.column];
        if (words !== undefined) expect(words).toEqual(expect.arrayContaining([...leaf.values]));
        if (leaf.column === 'type_code')
          for (const code of leaf.values) expect(findCaseType(String(code)), String(code)).not.toBeNull();
      }
    }
  });

  test.each(variants)('%s says in both languages what it counts', (_, variant: MetricVariant) => {
    const words = [
      variant.numerator,
      variant.population,
      variant.decidedBy,
      variant.source,
      ...(variant.denominator ? [variant.denominator] : []),
    ];
    for (const pair of words) {
      expect(pair.zh).not.toBe('');
      expect(pair.en).not.toBe('');
    }
    const needsDenominator = variant.formula.kind === 'ratio' || variant.formula.kind === 'disposition_time';
    if (needsDenominator) expect(variant.denominator).not.toBeNull();
  });

  test('ids are unique, and variants are named where there are several', () => {
    expect(new Set(CATALOG.map(({ id }) => id)).size).toBe(CATALOG.length);
    for (const { variants: own } of CATALOG) {
      expect(new Set(own.map(({ id }) => id)).size).toBe(own.length);
      if (own.length > 1) expect(own.every(({ id, label }) => id !== null && label.zh !== '')).toBe(true);
    }
  });

  test('every setting says how sure it is and where it comes from', () => {
    for (const [key, setting] of Object.entries(CONFIGURATION)) {
      expect(setting.source, key).not.toBe('');
      expect(setting.values.length, key).toBeGreaterThan(0);
    }
  });
});
