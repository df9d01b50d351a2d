import { existsSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { NodeConnector } from '../../src/cli/node-connector.ts';
import { readProfiles } from '../../src/cli/report-profiles.ts';
import { loadDataset } from '../../src/cli/report-dataset.ts';
import type { DatasetSummary } from '../../src/ingest/export-file.ts';
import { rowsOf } from './import-bytes.ts';

const DATA = '../shared/data';
const isHere = existsSync(`${DATA}/tjsp_jec/cases.csv`);
if (!isHere) console.warn(`${DATA} is not there: the lists of the São Paulo court are not checked`);

let connector: NodeConnector;
beforeEach(async () => {
  connector = await NodeConnector.open();
});
afterEach(() => connector.close());

async function load(profile: string, file: string): Promise<DatasetSummary> {
  const rules = await readProfiles([`test/fixtures/profiles/${profile}.json`]);
  return loadDataset(connector, [`${DATA}/${file}`], '2026-11-24', rules);
}

describe.skipIf(!isHere)('lists of another country by a profile give the figures of their README', () => {
  test('strings as scraped: every date, every amount, every row', async () => {
    const summary = await load('tjsp-raw-strings', 'tjsp_jec/cases_raw_strings.csv');
    expect(summary).toMatchObject({ rows: 48_582, loaded: 48_582, setAside: 0 });
    // The same cases with typed columns, as DuckDB reads them: no value may differ.
    const [differing] = await rowsOf(
      connector,
      `SELECT count(*)::INTEGER, count(*) FILTER (WHERE c.filed_on IS DISTINCT FROM t.filing_date)::INTEGER,
         count(*) FILTER (WHERE c.amount IS DISTINCT FROM t.claim_brl)::INTEGER
       FROM cases c JOIN read_csv('${DATA}/tjsp_jec/cases.csv', header = true) t ON t.case_id = c.case_no`,
    );
    expect(differing).toEqual([48_582, 0, 0]);
    expect(
      await rowsOf(connector, `SELECT count(DISTINCT court)::INTEGER, count(DISTINCT judge)::INTEGER FROM cases`),
    ).toEqual([[330, 617]]);
  });

  test('first disposition: 147 days, 355 at the ninth decile, 246 before filing, 6,5 % of nothing guessed', async () => {
    await load('tjsp-cases', 'tjsp_jec/cases.csv');
    expect(
      await rowsOf(
        connector,
        `SELECT count(resolved_on)::INTEGER, median(resolved_on - filed_on)::INTEGER, quantile_cont(resolved_on - filed_on, 0.9)::INTEGER,
           count(*) FILTER (WHERE resolved_on < filed_on)::INTEGER, count(days)::INTEGER FROM cases`,
      ),
    ).toEqual([[48_520, 147, 355, 246, 48_274]]);
    // first dispositions as the file counts them: 20 800 + 18 541 + 7 090 + 1 633 judgments, 249 settled, 65 withdrawn, 142 dismissed
    expect(
      await rowsOf(
        connector,
        `SELECT closing_bucket, count(*)::INTEGER FROM cases WHERE closing IS NOT NULL GROUP BY 1 ORDER BY 2`,
      ),
    ).toEqual([
      ['撤诉', 65],
      ['驳回起诉', 142],
      ['调解', 249],
      ['判决', 48_064],
    ]);
    // appeals with a merits outcome 9 239 = 7 263 affirmed + 828 reversed + 1 148 in part
    expect(
      await rowsOf(
        connector,
        `SELECT count(*)::INTEGER, count(*) FILTER (WHERE closing_bucket = '改判')::INTEGER FROM appeals WHERE closing_bucket IN ('维持', '改判')`,
      ),
    ).toEqual([[9239, 828 + 1148]]);
  });

  test('last closing by another profile of the same file: 426 days, n 39 602', async () => {
    await load('tjsp-cases-last-closing', 'tjsp_jec/cases.csv');
    expect(
      await rowsOf(
        connector,
        `SELECT count(days)::INTEGER, median(days)::INTEGER, quantile_cont(days, 0.9)::INTEGER FROM cases`,
      ),
    ).toEqual([[39_602, 426, 1069]]);
  });

  test('litigation: 33 % open, medians per chamber, years up to 4009 not taken for dates', async () => {
    const summary = await load('tjsp-litigation', 'tjsp_litigation/cases.csv');
    expect(summary).toMatchObject({ rows: 227_664, loaded: 227_664, setAside: 0 });
    const far = await rowsOf(
      connector,
      `SELECT count(*)::INTEGER FROM ingest_issues WHERE reason = 'date_far_future' AND action = 'set_missing'`,
    );
    const beyond = Number(far[0]?.[0]);
    expect(beyond).toBeGreaterThan(0);
    const [open] = await rowsOf(connector, `SELECT count(*)::INTEGER FROM cases WHERE resolved_on IS NULL`);
    // 74 523 have no last movement; those far in the future are missing too
    expect(open).toEqual([74_523 + beyond]);
    expect(74_523 / 227_664).toBeCloseTo(0.327, 3);
    // The file counts days from hour to hour, so that a case closed on the day of its filing has less than none. Its own
    // population, 0 ≤ days < 7 300, with our whole days in their place: none is further away than a day.
    const found = await rowsOf(
      connector,
      `SELECT coalesce(c.department, 'all'), count(*)::INTEGER, median(c.resolved_on - c.filed_on), max(abs(c.resolved_on - c.filed_on - t.days))
       FROM cases c JOIN read_csv('${DATA}/tjsp_litigation/cases.csv', header = true) t ON t.case_id = c.case_no
       WHERE t.days >= 0 AND t.days < 7300 AND c.resolved_on IS NOT NULL GROUP BY GROUPING SETS ((c.department), ()) ORDER BY 1`,
    );
    const published = [765, 1173, 809, 694, 870];
    expect(found.at(-1)?.[1]).toBe(146_519);
    found.forEach(([, , median, apart], i) => {
      expect(Math.abs(Number(median) - (published[i] ?? 0))).toBeLessThanOrEqual(1);
      expect(Number(apart)).toBeLessThanOrEqual(1);
    });
  }, 180_000);
});

test('the profiles hold labels and words, no case', () => {
  for (const name of ['tjsp-raw-strings', 'tjsp-cases', 'tjsp-cases-last-closing', 'tjsp-litigation']) {
    const text = readFileSync(`test/fixtures/profiles/${name}.json`, 'utf8');
    expect(text).not.toMatch(/SP\d{4,}|L\d{6}|J\d{4}|JUIZ-/);
  }
});
