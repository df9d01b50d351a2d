import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { serveSite } from './serve.ts';
import { PROJECT } from './site-files.ts';

const DIST = join(PROJECT, 'dist');
const BUILT = join(DIST, 'court-metrics.html');
const SOURCES = ['src', 'data', 'public', 'index.html', 'vite.config.ts', 'package-lock.json'];
const FIRST_PORT = 4173;

const isServingOnly = process.argv.includes('--no-build');
if (!isServingOnly && isOutdated()) {
  console.log('正在构建… Building…');
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', join(PROJECT, 'src/cli/build.ts')], { cwd: PROJECT, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
const site = await serveSite({ folder: DIST, port: FIRST_PORT });
console.log(`审判质效分析台 · Court Metrics: ${site.url}`);
console.log('按 Ctrl+C 结束。Ctrl+C to stop.');

/** True where there is no build, or a source is younger than it. */
function isOutdated(): boolean {
  if (!existsSync(BUILT)) return true;
  const built = statSync(BUILT).mtimeMs;
  return SOURCES.some((source) => newest(join(PROJECT, source)) > built);
}

function newest(path: string): number {
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  return readdirSync(path).reduce((latest, name) => Math.max(latest, newest(join(path, name))), mtimeMs);
}
