import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import * as courts from '../../data/generator/courts.ts';
import * as parameters from '../../data/generator/parameters.ts';
import { NodeConnector } from '../../src/cli/node-connector.ts';
import { loadDataset } from '../../src/cli/report-dataset.ts';

export interface LoadedCourt {
  readonly db: NodeConnector;
  readonly present: readonly string[];
}

/** The own court and its court of appeal, made with another seed and without the method: nothing changed in it. */
export async function loadNullCourt(seed: number): Promise<LoadedCourt> {
  const folder = mkdtempSync(join(tmpdir(), 'null-'));
  vi.resetModules();
  vi.doMock('../../data/generator/parameters.ts', () => ({
    ...parameters,
    SEED: seed,
    MEDIATION: { ...parameters.MEDIATION, from: '2100-01-01' },
  }));
  vi.doMock('../../data/generator/courts.ts', () => ({ ...courts, PEER_COURTS: [], COURTS: [courts.OWN_COURT] }));
  try {
    const { writeSample } = await import('../../data/generator/files.ts');
    const wanted = writeSample().filter(({ name }) => name.startsWith('bing9901') || name.startsWith('zhongyuan'));
    const paths = wanted.map(({ name, bytes }) => {
      writeFileSync(join(folder, name), bytes);
      return join(folder, name);
    });
    return await load(paths);
  } finally {
    rmSync(folder, { recursive: true });
    vi.resetModules();
  }
}

/** The own court of the sample and its court of appeal. */
export function loadOwnCourt(): Promise<LoadedCourt> {
  const names = ['bing9901-yishen.csv', 'bing9901-zhixing.csv', 'zhongyuan-ershen.xlsx'];
  return load(names.map((name) => join(import.meta.dirname, '../../data/sample', name)));
}

async function load(paths: readonly string[]): Promise<LoadedCourt> {
  const db = await NodeConnector.open();
  const { presentColumns } = await loadDataset(db, paths, '2026-11-23');
  return { db, present: presentColumns };
}
