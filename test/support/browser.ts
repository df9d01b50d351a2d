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

/**
 * How tests and the benchmark start a browser: what `CHROMIUM` names, else the headless Chromium of the npm package
 * (Linux x64), else an installed one. `NO_PROXY`-like settings of the machine do not reach it.
 */
export async function launchOptions(): Promise<LaunchOptions> {
  const { CHROMIUM } = process.env;
  if (CHROMIUM !== undefined) return { executablePath: CHROMIUM, args: ['--no-sandbox'] };
  if (process.platform === 'linux' && process.arch === 'x64') {
    return { executablePath: await chromium.executablePath(), args: chromium.args, headless: true };
  }
  const executablePath = INSTALLED.find(existsSync);
  if (executablePath === undefined) throw new Error('No Chromium: set CHROMIUM to the path of an installed Chrome, Chromium or Edge.');
  return { executablePath, args: ['--no-sandbox'] };
}
