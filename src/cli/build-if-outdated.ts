import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from './site-files.ts';

/** A site that was built elsewhere and is to be taken as it is. */
const ELSEWHERE = process.env['COURT_METRICS_DIST'];

/** Where the built site lies. */
export const DIST = ELSEWHERE ?? join(PROJECT, 'dist');

const LAST_WRITTEN = join(DIST, 'court-metrics.html');
const SOURCES = ['src', 'data', 'public', 'index.html', 'vite.config.ts', 'package-lock.json'];

/** Builds the site where there is none, or a source is younger than it. A process of its own: a build keeps much memory. */
export function buildIfOutdated(): void {
  if (ELSEWHERE !== undefined || !isOutdated()) return;
  console.log('正在构建… Building…');
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', join(PROJECT, 'src/cli/build.ts')], {
    cwd: PROJECT,
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error('The build failed');
}

function isOutdated(): boolean {
  if (!existsSync(LAST_WRITTEN)) return true;
  const built = statSync(LAST_WRITTEN).mtimeMs;
  return SOURCES.some((source) => newest(join(PROJECT, source)) > built);
}

/** Time of the last change of a file, or of anything in a folder. */
function newest(path: string): number {
  const found = statSync(path);
  if (!found.isDirectory()) return found.mtimeMs;
  return readdirSync(path).reduce((latest, name) => Math.max(latest, newest(join(path, name))), found.mtimeMs);
}
