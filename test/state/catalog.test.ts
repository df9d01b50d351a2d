import { describe, expect, test } from 'vitest';
import { openingDataset, parseCatalog } from '../../src/state/catalog.ts';

const ENTRY = { id: 'a', name: { zh: '甲', en: 'A' }, files: ['x.csv'] };

describe('hosted catalogue', () => {
  test('opens the named data set, or the first', () => {
    const catalog = parseCatalog(
      JSON.stringify({ open: 'b', datasets: [ENTRY, { ...ENTRY, id: 'b', synthetic: true }] }),
    );
    expect(openingDataset(catalog)?.id).toBe('b');
    expect(openingDataset({ ...catalog, open: 'gone' })?.id).toBe('a');
  });

  test('says which field is at fault', () => {
    expect(() => parseCatalog('{"datasets":[]}')).toThrow(/datasets is empty/);
    expect(() => parseCatalog('{"datasets":[{"id":"a","name":{"zh":"甲"},"files":[]}]}')).toThrow(
      /datasets\[0\]\.name\.en/,
    );
    expect(() => parseCatalog(JSON.stringify({ datasets: [{ ...ENTRY, files: [3] }] }))).toThrow(/files\[0\]/);
  });

  test('reads the prepared set of an entry, which then needs no exports', () => {
    const prepared = { file: 'a-01234567.duckdb', bytes: 12, sha256: 'ab' };
    const { id, name } = ENTRY;
    const text = (entry: unknown) => JSON.stringify({ datasets: [entry] });
    expect(openingDataset(parseCatalog(text({ id, name, prepared })))).toMatchObject({
      files: [],
      prepared: { file: 'a-01234567.duckdb', bytes: 12 },
    });
    expect(openingDataset(parseCatalog(text({ ...ENTRY, prepared: { file: 'a.duckdb' } })))).toMatchObject({
      files: ['x.csv'],
      prepared: { file: 'a.duckdb', bytes: null },
    });
    expect(openingDataset(parseCatalog(text(ENTRY)))?.prepared).toBeNull();
    expect(() => parseCatalog(text({ id, name }))).toThrow(/files/);
    expect(() => parseCatalog(text({ id, name, prepared: {} }))).toThrow(/prepared\.file/);
  });
});
