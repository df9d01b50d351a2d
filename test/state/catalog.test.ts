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
});
