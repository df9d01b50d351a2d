import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROJECT } from './site-files.ts';
import { addTallies, formatTally, readTally, type Tally } from './test-tally.ts';

/** Checks that either hold or do not; each counts as one. */
const CHECKS = [
  ['prettier', '--check', '.'],
  ['svelte-check', '--tsconfig', './tsconfig.json', '--threshold', 'warning', '--fail-on-warnings'],
  ['eslint', '--config', 'test/eslint.config.js', '--max-warnings', '0', '.'],
] as const;

/** Projects of vite.config.ts, one after the other: a browser and a build beside each other would starve on two cores. */
const PROJECTS = ['node', 'browser', 'e2e'] as const;

const reports = mkdtempSync(join(tmpdir(), 'court-metrics-test-'));
const tally = [...CHECKS.map(runCheck), ...PROJECTS.map(runProject)].reduce(addTallies);
rmSync(reports, { recursive: true });
console.log(formatTally(tally));
process.exitCode = tally.failed === 0 ? 0 : 1;

function runCheck([tool, ...options]: readonly [string, ...string[]]): Tally {
  console.log(`\n${tool}`);
  return runTool(tool, options) ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}

function runProject(project: string): Tally {
  console.log(`\nvitest, project ${project}`);
  const report = join(reports, `${project}.json`);
  const isGreen = runTool('vitest', [
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile=${report}`,
  ]);
  return readTally(existsSync(report) ? readFileSync(report, 'utf8') : null, isGreen);
}

/** Runs a tool of the project in this terminal; true where it ended well. */
function runTool(tool: string, options: readonly string[]): boolean {
  const { status } = spawnSync('npx', ['--no-install', tool, ...options], {
    cwd: PROJECT,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  return status === 0;
}
