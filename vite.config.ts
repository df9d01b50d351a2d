import { svelte } from '@sveltejs/vite-plugin-svelte';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig, type ViteUserConfig } from 'vitest/config';
import { embeddedWorkers, hostedPolicy, siteFiles } from './src/cli/build-plugins.ts';
import { launchOptions } from './src/cli/browser.ts';

/** The browsers of a court's intranet; see `runtime.md` on 奇安信 and Windows 7. */
const BROWSERS = ['chrome95', 'edge95', 'firefox100', 'safari16'];
/**
 * The syntax those browsers read as it stands. Chrome 95 to 97 redefine static fields that are called `name` or `length`,
 * and for that every private field would be written as a WeakMap, which made the reading of a list take twice as long.
 */
const SYNTAX = ['chrome98', 'edge98', 'firefox100', 'safari16'];

export default defineConfig(async ({ mode }): Promise<ViteUserConfig> => {
  const isOneFile = mode === 'one-file';
  return {
    base: './',
    plugins: [svelte(), ...(isOneFile ? [embeddedWorkers()] : [siteFiles(), hostedPolicy()])],
    worker: { format: 'iife' as const },
    build: {
      target: SYNTAX,
      cssTarget: BROWSERS,
      modulePreload: { polyfill: false },
      ...(isOneFile && {
        cssCodeSplit: false,
        assetsInlineLimit: 100_000_000,
        rolldownOptions: { output: { codeSplitting: false } },
      }),
    },
    test: {
      projects: [
        {
          extends: true,
          test: {
            name: 'node',
            environment: 'node',
            include: ['test/**/*.test.ts'],
            exclude: ['test/**/*.svelte.test.ts'],
            env: { TZ: 'America/Los_Angeles' },
            testTimeout: 60_000,
          },
        },
        {
          extends: true,
          test: {
            name: 'e2e',
            environment: 'node',
            include: ['test/e2e/**/*.e2e.ts'],
            globalSetup: ['test/e2e/build.ts'],
            testTimeout: 120_000,
            hookTimeout: 120_000,
            fileParallelism: false,
          },
        },
        {
          extends: true,
          test: {
            name: 'browser',
            include: ['test/**/*.svelte.test.ts'],
            testTimeout: 60_000,
            browser: {
              enabled: true,
              headless: true,
              screenshotFailures: false,
              // A build looks for no browser.
              provider: playwright({ launchOptions: mode === 'test' ? await launchOptions() : {} }),
              instances: [{ browser: 'chromium' as const }],
            },
          },
        },
      ],
    },
  };
});
