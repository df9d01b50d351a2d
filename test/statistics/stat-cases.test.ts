import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const SHARED = '../shared/stat-cases';

/** Last line, exit status and all text of the command. */
function run(folder: string): { last: string; status: number | null; output: string } {
  const command = ['node_modules/tsx/dist/cli.mjs', 'src/cli/stat-cases.ts', folder];
  const { stdout, stderr, status } = spawnSync('node', command, { encoding: 'utf8' });
  const output = stdout + stderr;
  return { last: output.trim().split('\n').at(-1) ?? '', status, output };
}

describe.each([
  ['cases', 49],
  ['cases_fetched', 4],
])('../shared/stat-cases/%s', (name, count) => {
  const folder = join(SHARED, name);
  const isPresent = existsSync(folder);

  test.skipIf(!isPresent)(
    `passes all of its ${count} cases or more${isPresent ? '' : ' (skipped: the folder is absent)'}`,
    () => {
      const { last, status, output } = run(folder);
      expect(output.split('\n').filter((line) => line.startsWith('FAIL'))).toEqual([]);
      expect(last).toMatch(/^\d+ passed, 0 failed, 0 not implemented$/);
      expect(Number(last.split(' ')[0])).toBeGreaterThanOrEqual(count);
      expect(status).toBe(0);
    },
  );
});

/**
 * Ties, zero counts, single cases, everything censored, other levels, 10⁶ cases, the tails: the R functions of
 * `../shared/stat-cases/R` run on further inputs (R 4.2.2, survival 3.5-3, sandwich, lmtest).
 */
test('the edges: 272 further results of R, every method', () => {
  const { last, output } = run('test/statistics/edge-cases');
  expect(output.split('\n').filter((line) => line.startsWith('FAIL'))).toEqual([]);
  expect(last).toBe('272 passed, 0 failed, 0 not implemented');
});

describe('the command', () => {
  /** A method folder with the case "one": the 95 % interval of `x` events. */
  function folderWith(x: number, method = 'poisson_ci'): string {
    const folder = mkdtempSync(join(tmpdir(), 'stat-cases-'));
    const write = (name: string, content: object) => writeFileSync(join(folder, name), JSON.stringify(content));
    write('one.input.json', { id: 'one', method, input: { cases: [{ x, conf: 0.95 }] } });
    write('one.expected.json', {
      expected: [{ exact_lo: 0, exact_hi: 3.68887945411394 }],
      tolerance: { abs: 1e-8, rel: 1e-6 },
    });
    return folder;
  }

  test('takes one method folder', () => {
    const folder = folderWith(0);
    expect(run(folder)).toMatchObject({ last: '1 passed, 0 failed, 0 not implemented', status: 0 });
    rmSync(folder, { recursive: true });
  });

  test('names the leaves that differ and exits with 1', () => {
    const folder = folderWith(1);
    const { output, last, status } = run(folder);
    expect(output).toContain('[0].exact_hi: expected 3.68887945411394, got 5.57');
    expect({ last, status }).toEqual({ last: '0 passed, 1 failed, 0 not implemented', status: 1 });
    rmSync(folder, { recursive: true });
  });

  test('counts methods it does not know; says where it looked in vain', () => {
    const folder = folderWith(0, 'crystal_ball');
    expect(run(folder)).toMatchObject({ last: '0 passed, 0 failed, 1 not implemented', status: 0 });
    rmSync(folder, { recursive: true });
    expect(run(folder)).toMatchObject({ status: 1, last: expect.stringContaining(folder) });
  });

  test.skipIf(!existsSync(SHARED))('finds a single changed figure among the shared cases', () => {
    const folder = mkdtempSync(join(tmpdir(), 'stat-cases-'));
    cpSync(join(SHARED, 'cases/km'), join(folder, 'km'), { recursive: true });
    const file = join(folder, 'km/lung.expected.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace('"t":310', '"t":311'));
    expect(run(folder).last).toBe('4 passed, 1 failed, 0 not implemented');
    rmSync(folder, { recursive: true });
  });
});
