import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NodeConnector } from '../../src/cli/node-connector.ts';
import type { Cell } from '../../src/engine/connector.ts';
import { CLEAN_CSV, ROWS } from './clean-list.ts';
import { casesOf, importBytes, utf8 } from './import-bytes.ts';

/** A connector that holds the clean list, and its cases. */
export async function openCleanList(): Promise<{ connector: NodeConnector; clean: Cell[][] }> {
  const connector = await NodeConnector.open();
  await importBytes(connector, [{ name: 'clean.csv', bytes: utf8(CLEAN_CSV) }]);
  return { connector, clean: await casesOf(connector) };
}

/** Every export gives the cases of the clean list, value by value, and none of its rows is lost or told twice. */
export function describeSameCases(title: string, exports: Readonly<Record<string, () => Uint8Array>>): void {
  describe(title, () => {
    let connector: NodeConnector;
    let clean: Cell[][];
    beforeAll(async () => {
      ({ connector, clean } = await openCleanList());
    });
    afterAll(() => connector.close());

    test.each(Object.entries(exports))('%s', async (_, make) => {
      const summary = await importBytes(connector, [{ name: 'list.xls', bytes: make() }]);
      expect(await casesOf(connector)).toEqual(clean);
      expect(summary.rows).toBe(summary.loaded + summary.setAside);
      expect(summary.loaded).toBe(ROWS.length);
    });
  });
}
