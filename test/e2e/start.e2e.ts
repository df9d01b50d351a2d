import { readdirSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DIST } from '../../src/cli/build-if-outdated.ts';
import { openCourtSite, type CourtSite, type OpenPage } from '../support/court-site.ts';

let site: CourtSite;
let hosted: OpenPage;
let single: OpenPage;

beforeAll(async () => {
  site = await openCourtSite();
  hosted = await site.openPage(site.address());
  single = await site.openPage(pathToFileURL(join(DIST, 'court-metrics.html')).href);
}, 120_000);

afterAll(() => site.close());

/** The figures that the first screen publishes, once the last of them is there. */
async function figuresOf({ page }: OpenPage): Promise<string[]> {
  await page.waitForFunction(() => performance.getEntriesByName('cm:charts').length > 0, null, { timeout: 60_000 });
  return page
    .locator('data[data-metric]')
    .evaluateAll((elements) =>
      elements.map((element) =>
        [element.getAttribute('data-metric'), element.getAttribute('value'), element.getAttribute('data-n')].join(' '),
      ),
    );
}

describe('plain HTTP under a sub-path', () => {
  test('it is no secure context, and the figures of the sample are there', async () => {
    expect(await hosted.page.evaluate(() => window.isSecureContext)).toBe(false);
    expect((await figuresOf(hosted)).length).toBeGreaterThanOrEqual(3);
  });

  test('nothing left the origin and the policy was kept', async () => {
    expect(hosted.record).toEqual({ foreignRequests: [], policyViolations: [], errors: [] });
  });
});

describe('one file from disk', () => {
  test('it shows the same figures as the hosted site', async () => {
    const figures = await figuresOf(single);
    expect(figures).toEqual(await figuresOf(hosted));
  });

  test('it asked for nothing and the policy was kept', () => {
    expect(single.record).toEqual({ foreignRequests: [], policyViolations: [], errors: [] });
  });
});

test('the workers keep their private fields: written as WeakMaps they made the reading of a list take twice as long', () => {
  const scripts = readdirSync(join(DIST, 'assets')).filter((name) => /^(scan|encode)\.worker.*\.js$/.test(name));
  expect(scripts).toHaveLength(2);
  for (const name of scripts) expect(readFileSync(join(DIST, 'assets', name), 'utf8')).not.toContain('WeakMap');
});
