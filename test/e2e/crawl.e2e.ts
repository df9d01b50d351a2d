import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findMetric } from '../../src/metrics/index.ts';
import { openCourtSite, type CourtSite, type OpenPage } from '../support/court-site.ts';
import { charts, figuresOn } from '../support/screen.ts';

const PAGES = [
  'overview',
  'trend',
  'settlement',
  'duration',
  'reversal',
  'pending',
  'appeal',
  'enforcement',
  'sequence',
  'reform',
  'comparison',
  'benchmark',
] as const;
/** Pages on which every figure of cases opens them. */
const OPENING = PAGES.filter((page) => page !== 'comparison' && page !== 'benchmark');
/** Figures that count no cases: what is expected, or what an analysis adds up to. */
const OF_NO_CASES = /^(pending_expected|resolved_expected|pending_target)/;
/** A few opened lists per page; each is a page of its own. */
const LISTS_PER_PAGE = 9;

interface Shown {
  readonly text: string;
  readonly value: number;
  readonly metric: string | null;
  readonly variant: string | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly n: number | null;
  readonly group: string | null;
  /** Address of its cases: its own, or the one beside it. */
  readonly href: string | null;
  readonly isOwnHref: boolean;
}

let site: CourtSite;
let open: OpenPage;
let page: Page;
const shown = new Map<string, readonly Shown[]>();
const texts = new Map<string, string>();

beforeAll(async () => {
  site = await openCourtSite();
  open = await site.openPage(site.address('#/overview'));
  page = open.page;
  await charts(page);
  for (const locale of ['zh', 'en'])
    for (const id of PAGES) {
      const hash = `#/${id}${locale === 'en' ? '?lang=en' : ''}`;
      await figuresOn(page, hash);
      await showTables();
      texts.set(hash, await page.locator('body').innerText());
      if (locale === 'zh') shown.set(id, await readShown());
    }
}, 300_000);
afterAll(() => site.close());

/** Every chart as its table, every detail unfolded: then everything that is published can be seen and opened. */
async function showTables(): Promise<void> {
  // A figure whose answer arrives late has its table to be shown again.
  let left = -1;
  for (let calm = 0; calm < 2; calm = left === 0 ? calm + 1 : 0) {
    left = await page.evaluate(() => {
      for (const details of document.querySelectorAll('main details')) details.setAttribute('open', '');
      const buttons = [...document.querySelectorAll<HTMLButtonElement>('main figure button[aria-keyshortcuts=t]')];
      const closed = buttons.filter((button) => button.getAttribute('aria-pressed') === 'false');
      for (const button of closed) button.click();
      return closed.length;
    });
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 150)));
  }
}

function readShown(): Promise<Shown[]> {
  return page.locator('main data').evaluateAll((elements) =>
    elements.map((element) => {
      const read = (name: string) => {
        const text = element.getAttribute(name);
        return text === null ? null : Number(text);
      };
      const own = element.closest('a');
      const beside = element.closest('.figure, tr, li')?.querySelector('a[href*="of="]');
      return {
        text: element.textContent.trim(),
        value: Number(element.getAttribute('value')),
        metric: element.getAttribute('data-metric'),
        variant: element.getAttribute('data-variant'),
        numerator: read('data-numerator'),
        denominator: read('data-denominator'),
        n: read('data-n'),
        group: element.getAttribute('data-group'),
        href: (own ?? beside)?.getAttribute('href') ?? null,
        isOwnHref: own !== null,
      };
    }),
  );
}

const all = () => [...shown].flatMap(([id, figures]) => figures.map((figure) => ({ id, ...figure })));

test.each(['zh', 'en'])('no page says NaN, undefined, null or Infinity (%s)', (locale) => {
  for (const id of PAGES) {
    const text = texts.get(`#/${id}${locale === 'en' ? '?lang=en' : ''}`) ?? '';
    expect(text.length, id).toBeGreaterThan(200);
    expect([id, /.{0,40}(NaN|undefined|Infinity|\[object|\bnull\b).{0,20}/.exec(text)?.[0]]).toEqual([id, undefined]);
  }
});

test('no page reported an error', () => {
  expect(open.record).toEqual({ foreignRequests: [], policyViolations: [], errors: [] });
});

describe('every published figure', () => {
  test('names itself and what it is of', () => {
    const bad = all().filter(({ metric, value, n, denominator }) => {
      const isOfCases = metric !== null && (OF_NO_CASES.test(metric) || n !== null || denominator !== null);
      return metric === null || metric === '' || !Number.isFinite(value) || !isOfCases;
    });
    expect(bad).toEqual([]);
  });

  test('has the variant in force where the catalogue has several', () => {
    const bad = all().filter(({ metric, variant }) => {
      const definition = findMetric(metric ?? '');
      const ids = definition?.variants.map(({ id }) => id) ?? [];
      return ids.length > 1 && variant === null;
    });
    expect(bad).toEqual([]);
  });

  test('is its numerator over its denominator', () => {
    const bad = all().filter(({ metric, value, numerator, denominator }) => {
      if (numerator === null || denominator === null || /_effect$/.test(metric ?? '')) return false;
      return Math.abs(value - numerator / denominator) > 1e-9 * Math.max(1, Math.abs(value));
    });
    expect(bad).toEqual([]);
  });

  test('is the same wherever it stands: same definition, same period, no group', () => {
    // These pages look at other periods or other courts, or at a population of their own that they name.
    const others = new Set(['trend', 'reform', 'comparison', 'benchmark', 'duration']);
    const seen = new Map<string, Map<string, string[]>>();
    for (const { id, metric, variant, group, value, numerator, denominator, n } of all()) {
      if (others.has(id) || group !== null || findMetric(metric ?? '') === undefined) continue;
      const key = `${metric}.${variant}`;
      const said = JSON.stringify([value, numerator, denominator, n]);
      const places = seen.get(key) ?? new Map<string, string[]>();
      places.set(said, [...(places.get(said) ?? []), id]);
      seen.set(key, places);
    }
    expect([...seen].filter(([, places]) => places.size > 1).map(([key, places]) => [key, ...places])).toEqual([]);
    expect(seen.size).toBeGreaterThan(30);
  });

  test('opens its cases', () => {
    const closed = all()
      .filter(({ id }) => OPENING.some((page) => page === id))
      .filter(({ metric, href, value }) => href === null && value !== 0 && !OF_NO_CASES.test(metric ?? ''))
      .map(({ id, metric, variant, group, text }) => `${id} ${metric} ${variant} ${group} ${text}`);
    expect(closed).toEqual([]);
  });
});

describe('a list that a figure opens', () => {
  /** How many cases the figure says, by the part that its address names; null where it cannot say. */
  function saidBy({ metric, href, numerator, denominator, n, value }: Shown): number | null {
    if (metric === 'closing_share') return numerator;
    const query = new URLSearchParams((href ?? '').slice((href ?? '').indexOf('?') + 1));
    const definition = findMetric(metric ?? '');
    if (definition?.unit === 'cases' && definition.kind !== 'ratio') return value;
    const isRate = numerator !== null && denominator !== null;
    if (isRate && definition?.unit !== 'days') {
      const isComplement = metric === 'acceptance_rate';
      if (query.get('of.part') !== 'numerator') return metric === 'recovery_rate' ? n : denominator;
      return isComplement ? denominator - numerator : numerator;
    }
    return n;
  }

  test.each(OPENING.map((id) => [id]))('%s: as many cases as the figure says', async (id) => {
    const figures = (shown.get(id) ?? []).filter(
      ({ isOwnHref, metric }) => isOwnHref && !/^km_open_share|^p99_days|^longest_days|_effect$/.test(metric ?? ''),
    );
    const kinds = [...new Map(figures.map((figure) => [`${figure.metric}.${figure.variant}`, figure])).values()];
    const stride = Math.max(1, Math.ceil(kinds.length / LISTS_PER_PAGE));
    const chosen = kinds.filter((_, i) => i % stride === 0);
    expect(chosen.length).toBeGreaterThan(0);
    for (const figure of chosen) {
      const said = saidBy(figure);
      if (said === null) continue;
      await page.evaluate((hash) => (location.hash = hash), '#/definitions');
      await page.locator('p.count[aria-live]').waitFor({ state: 'detached' });
      await page.evaluate((hash) => (location.hash = hash), figure.href ?? '');
      const count = page.locator('p.count[aria-live]:not(.pending)');
      await page.waitForFunction(() =>
        /\d/.test(document.querySelector('p.count[aria-live]:not(.pending)')?.textContent ?? ''),
      );
      const listed = Number((await count.textContent())?.replace(/[^\d]/g, ''));
      expect([figure.metric, figure.variant, figure.group, figure.href, listed]).toEqual([
        figure.metric,
        figure.variant,
        figure.group,
        figure.href,
        said,
      ]);
    }
  });
});
