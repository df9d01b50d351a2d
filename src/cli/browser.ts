import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import chromium from '@sparticuz/chromium';
import type { LaunchOptions } from 'playwright';

/** Where the usual systems keep an installed Chrome or Chromium. */
const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** Without the switches of the npm package that loosen what is tested here: web security, insecure content, isolation. */
const SWITCHES = ['--no-sandbox', '--disable-dev-shm-usage', '--no-pings', '--font-render-hinting=none'];

/**
 * How tests and the benchmark start a browser: what `CHROMIUM` names, else the headless Chromium of the npm package
 * (Linux x64), else an installed one.
 */
export async function launchOptions(): Promise<LaunchOptions> {
  const named = process.env['CHROMIUM'];
  if (named !== undefined) return { executablePath: named, args: SWITCHES };
  if (process.platform === 'linux' && process.arch === 'x64') return packagedChromium();
  const executablePath = INSTALLED.find((path) => existsSync(path));
  if (executablePath === undefined)
    throw new Error('No Chromium: set CHROMIUM to the path of an installed Chrome, Chromium or Edge.');
  return { executablePath, args: SWITCHES };
}

/** A machine with nothing but Node lacks the NSS libraries; the package brings them, but unpacks them on Lambda only. */
async function packagedChromium(): Promise<LaunchOptions> {
  const executablePath = await chromium.executablePath();
  if (spawnSync(executablePath, ['--version']).status === 0) return { executablePath, args: SWITCHES };
  const archive = join(
    dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')),
    '../../bin/al2023.tar.br',
  );
  const folder = mkdtempSync(join(tmpdir(), 'court-metrics-chromium-'));
  spawnSync('tar', ['-x', '-C', folder], { input: brotliDecompressSync(readFileSync(archive)) });
  return { executablePath, args: SWITCHES, env: { ...process.env, LD_LIBRARY_PATH: join(folder, 'lib') } };
}
