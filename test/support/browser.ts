import { existsSync } from 'node:fs';
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
  const executablePath = process.env['CHROMIUM'] ?? (await packagedChromium()) ?? INSTALLED.find((path) => existsSync(path));
  if (executablePath === undefined) throw new Error('No Chromium: set CHROMIUM to the path of an installed Chrome, Chromium or Edge.');
  return { executablePath, args: SWITCHES, headless: true };
}

async function packagedChromium(): Promise<string | undefined> {
  return process.platform === 'linux' && process.arch === 'x64' ? chromium.executablePath() : undefined;
}
