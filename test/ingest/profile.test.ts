import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { NodeConnector } from '../../src/cli/node-connector.ts';
import type { Decisions } from '../../src/ingest/decision.ts';
import {
  emptyProfile,
  findProfile,
  fingerprintOf,
  joinRules,
  NO_RULES,
  type Profile,
  type ReadingRules,
} from '../../src/ingest/profile.ts';
import { parseProfileFile, parseRules, toProfileFile } from '../../src/ingest/profile-json.ts';
import { readExport, type ReadOptions } from '../../src/ingest/read-export.ts';
import { importBytes, issuesOf, rowsOf, utf8 } from './import-bytes.ts';

let connector: NodeConnector;
beforeEach(async () => {
  connector = await NodeConnector.open();
});
afterEach(() => connector.close());

/** Imports one text by `rules`, as the page does. */
function load(text: string, rules: ReadingRules) {
  return importBytes(connector, [{ name: '清单.csv', bytes: utf8(text) }], {
    rules,
    read: ({ name, source }, isCleanPathAllowed) =>
      Promise.resolve(
        readExport({ name, bytes: source instanceof Uint8Array ? source : utf8('') }, { isCleanPathAllowed, rules }),
      ),
  });
}

const style = {};
const withProfiles = (...profiles: readonly Profile[]): ReadingRules => ({ profiles, aliases: [] });

describe('a profile is found by the shape of a list', () => {
  const profile = emptyProfile('甲', ['案 号', '立案_日期', '']);

  test('spaces, case, order and unnamed columns do not matter', () => {
    expect(fingerprintOf(['立案日期', '案号'])).toBe(fingerprintOf(profile.labels));
    expect(findProfile([profile], ['立案日期', '案号', '', ''])).toBe(profile);
  });

  test('another column, or one twice, is another shape', () => {
    expect(findProfile([profile], ['案号', '立案日期', '案由'])).toBeNull();
    expect(findProfile([profile], ['案号', '案号', '立案日期'])).toBeNull();
  });

  test('what was decided for a set stays when files join it, own labels are those of today', () => {
    const other = { ...profile, name: '乙' };
    const today = { profiles: [other], aliases: [{ label: '某日', target: 'filed_on' as const }] };
    expect(joinRules({ profiles: [profile], aliases: [] }, today)).toEqual({ ...today, profiles: [profile] });
  });
});

describe('reading by a profile', () => {
  const FOREIGN = [
    'Register of the court',
    'ref;aberto;fim;valor;resultado',
    'P-1;03/04/2024 às 10:00;05/04/2024;R$ 1.250,50;ACORDO',
    'P-2;04/03/2024 às 09:30;;2.000;',
    'P-3;12/05/2024 às 08:00;01/05/2024;3,5;procedente',
    'P-4;13/05/2024 às 08:00;01/01/4009;abc;outro',
  ].join('\n');
  const profile: Profile = {
    ...emptyProfile('外国', ['ref', 'aberto', 'fim', 'valor', 'resultado']),
    columns: {
      ref: { target: 'case_no', style: { isVerbatim: true } },
      aberto: { target: 'filed_on', style: { date: 'day-first' } },
      fim: { target: 'resolved_on', style: { date: 'day-first' } },
      valor: { target: 'amount', style: { number: 'comma' } },
      resultado: { target: 'closing', style },
    },
    constants: { matter: '民事', level: '一审', court: '某外国法院' },
    values: { closing: { acordo: '调解', procedente: '判决' } },
  };

  test('a list without one known label is refused without it and read with it', async () => {
    expect(readExport({ name: 'a.csv', bytes: utf8(FOREIGN) })).toEqual({ kind: 'refused', error: 'unrelated' });
    expect(await load(FOREIGN, withProfiles(profile))).toMatchObject({ rows: 4, loaded: 4, setAside: 0 });
    expect(
      await rowsOf(
        connector,
        `SELECT case_key, filed_on::VARCHAR, resolved_on::VARCHAR, amount, closing, closing_bucket, court, matter, level FROM cases ORDER BY case_no`,
      ),
    ).toEqual([
      ['P-1', '2024-04-03', '2024-04-05', 1250.5, '调解', '调解', '某外国法院', '民事', '一审'],
      ['P-2', '2024-03-04', null, 2000, null, null, '某外国法院', '民事', '一审'],
      ['P-3', '2024-05-12', '2024-05-01', 3.5, '判决', '判决', '某外国法院', '民事', '一审'],
      ['P-4', '2024-05-13', null, null, null, null, '某外国法院', '民事', '一审'],
    ]);
    expect(await issuesOf(connector)).toEqual([
      [5, 'fim', '2024-05-12 → 2024-05-01', 'resolved_before_filed', 'noted'],
      [6, 'fim', '01/01/4009', 'date_far_future', 'set_missing'],
      [6, 'resultado', 'outro', 'closed_without_date', 'noted'],
      [6, 'resultado', 'outro', 'closing_unknown', 'noted'],
      [6, 'valor', 'abc', 'amount_unparsable', 'set_missing'],
    ]);
  });

  test('months of 30 days, 万元 that the heading does not name', async () => {
    const text = '案号,立案日期,标的额,延长天数\n(2024)兵9901民初1号,2024-01-02,12.5,2\n';
    const labels = ['案号', '立案日期', '标的额', '延长天数'];
    const columns = {
      标的额: { target: 'amount', style: { unit: 10_000 } },
      延长天数: { target: 'extension_days', style: { unit: 30 } },
    } as const;
    await load(text, withProfiles({ ...emptyProfile('甲', labels), columns }));
    // 12.5 × 10 000 = 125 000 yuan; 2 × 30 = 60 days
    expect(await rowsOf(connector, 'SELECT amount, extension_days FROM cases')).toEqual([[125_000, 60]]);
  });

  test('a text is assigned in every spelling, and each row says so', async () => {
    const text =
      '案号,立案日期,程序,庭室\n(2024)兵9901民初1号,2024-01-02,快速 通道,民一\n(2024)兵9901民初2号,2024-01-02,简易程序,民事审判一庭\n';
    const labels = ['案号', '立案日期', '程序', '庭室'];
    const values = { procedure: { 快速通道: '简易程序' }, department: { 民一: '民事审判一庭' } };
    await load(text, withProfiles({ ...emptyProfile('甲', labels), values }));
    expect(await rowsOf(connector, 'SELECT procedure, department FROM cases')).toEqual([
      ['简易程序', '民事审判一庭'],
      ['简易程序', '民事审判一庭'],
    ]);
    expect(await issuesOf(connector)).toEqual([
      [2, '庭室', '民一', 'value_assigned', 'converted'],
      [2, '程序', '快速 通道', 'value_assigned', 'converted'],
    ]);
  });

  test('an own label is known without a profile', async () => {
    const text = '卷宗号,登记那天\n(2024)兵9901民初1号,2024-01-02\n';
    const aliases = [
      { label: '卷宗号', target: 'case_no' as const },
      { label: '登记那天', target: 'filed_on' as const },
    ];
    await load(text, { profiles: [], aliases });
    expect(await rowsOf(connector, 'SELECT case_key, filed_on::VARCHAR FROM cases')).toEqual([
      ['(2024)兵9901民初1号', '2024-01-02'],
    ]);
  });
});

describe('decisions', () => {
  const LABELS = ['案号', '立案日期', '结案日期', '承办法官'];
  const LIST = [
    LABELS.join(','),
    '(2024)兵9901民初1号,2024-01-02,2024-02-01,张一',
    '(2024)兵9901民初2号,2024-03-02,2024-02-01,张一', // resolved before filed
    '(2024)兵9901民初3号,2026-06-01,,张一', // after 2025-12-31
    '(2024)兵9901民初4号,1900-01-01,2024-02-01,张一', // zero
    '(2024)兵9901民初5号,2024-01-05,,张一',
    '(2024)兵9901民初5号,2024-01-05,2024-03-01,李二', // fuller than the row above
    '(2024)兵9901民初5号,2024-01-06,,王三',
  ].join('\n');
  const decide = (decisions: Partial<Decisions>): ReadingRules =>
    withProfiles({ ...emptyProfile('甲', LABELS), decisions: { faults: {}, duplicates: 'fuller', ...decisions } });
  const cases = () =>
    rowsOf(connector, 'SELECT serial, filed_on::VARCHAR, resolved_on::VARCHAR, judge FROM cases ORDER BY serial');

  test('as usual: nothing decided is what happens without a profile', async () => {
    const usual = await load(LIST, decide({}));
    const before = [await cases(), await issuesOf(connector)];
    const plain = await load(LIST, NO_RULES);
    expect(plain).toMatchObject({ rows: usual.rows, loaded: usual.loaded, setAside: usual.setAside });
    expect([await cases(), await issuesOf(connector)]).toEqual(before);
    expect(await cases()).toEqual([
      [1, '2024-01-02', '2024-02-01', '张一'],
      [2, '2024-03-02', '2024-02-01', '张一'],
      [3, '2026-06-01', null, '张一'],
      [4, null, '2024-02-01', '张一'],
      [5, '2024-01-05', '2024-03-01', '李二'],
    ]);
  });

  test('set missing: only that value goes', async () => {
    await load(LIST, decide({ faults: { resolved_before_filed: 'set_missing', date_future: 'set_missing' } }));
    expect((await cases()).slice(1, 3)).toEqual([
      [2, '2024-03-02', null, '张一'],
      [3, null, null, '张一'],
    ]);
    expect((await issuesOf(connector)).filter((issue) => issue[4] === 'set_missing').map((issue) => issue[3])).toEqual([
      'resolved_before_filed',
      'date_future',
      'date_zero',
    ]);
  });

  test('set aside: 7 rows = 2 loaded + 3 by decision + 2 repeated, each with one reason', async () => {
    const faults = { resolved_before_filed: 'set_aside', date_future: 'set_aside', date_zero: 'set_aside' } as const;
    expect(await load(LIST, decide({ faults }))).toMatchObject({ rows: 7, loaded: 2, setAside: 5 });
    expect((await cases()).map(([serial]) => serial)).toEqual([1, 5]);
    expect(await rowsOf(connector, 'SELECT case_id FROM cases ORDER BY 1')).toEqual([[1], [2]]);
    const aside = (await issuesOf(connector)).filter((issue) => issue[4] === 'set_aside');
    expect(aside.map((issue) => issue[0])).toEqual([3, 4, 5, 6, 8]);
  });

  test.each([
    ['fuller', '李二'],
    ['earlier', '张一'],
    ['later', '王三'],
  ] as const)('of three rows of one number the %s stays', async (duplicates, judge) => {
    await load(LIST, decide({ duplicates }));
    expect(await rowsOf(connector, 'SELECT judge FROM cases WHERE serial = 5')).toEqual([[judge]]);
  });
});

describe('profiles as a file', () => {
  const rules: ReadingRules = {
    profiles: [
      {
        ...emptyProfile('甲', ['案号', '结案']),
        columns: { 案号: { target: 'case_no', style }, 结案: { target: null, style } },
        constants: { matter: '民事' },
        values: { closing: { x: '调解', y: null } },
        decisions: { faults: { date_future: 'set_aside' }, duplicates: 'later' },
      },
    ],
    aliases: [{ label: '卷宗号', target: 'case_no' }],
  };

  test('comes back as it was', () => {
    expect(parseProfileFile(toProfileFile(rules))).toEqual(rules);
  });

  test.each([
    ['half a file', toProfileFile(rules).slice(0, 90), 'not_json'],
    ['another JSON', '{"kind":"x"}', 'not_profiles'],
    ['a list', '[1]', 'not_profiles'],
    ['a later version', toProfileFile(rules).replace('"version": 1', '"version": 2'), 'newer'],
    ['a target that is none', toProfileFile(rules).replace('"target": null', '"target": "nowhere"'), 'broken'],
    ['a matter that is none', toProfileFile(rules).replace('"民事"', '"天文"'), 'broken'],
    ['no labels', toProfileFile(rules).replace(/"labels": \[[^\]]*\]/, '"labels": []'), 'broken'],
  ])('%s is refused', (_, text, fault) => {
    expect(parseProfileFile(text)).toEqual({ fault });
  });

  test('of what was kept, what is damaged is left out and the rest stands', () => {
    expect(parseRules({ profiles: [rules.profiles[0], { name: 1 }, null], aliases: [{ label: 'a' }, 7] })).toEqual({
      profiles: rules.profiles,
      aliases: [],
    });
    expect(parseRules('nonsense')).toEqual(NO_RULES);
  });
});

describe('a header that a person points at', () => {
  const GRID = '清单\n案号,立案日期\n编号,日子\n(2024)兵9901民初1号,2024-01-02\n';
  const read = (options: ReadOptions) => {
    const outcome = readExport({ name: 'a.csv', bytes: utf8(GRID) }, options);
    return outcome.kind === 'tables'
      ? outcome.tables.map(({ labels, headerRow, rows }) => ({ labels, headerRow, rows }))
      : outcome;
  };

  test('is taken whatever it says', () => {
    expect(read({})).toEqual([{ labels: ['案号', '立案日期'], headerRow: 2, rows: 2 }]);
    const place = { sheet: null, member: null, row: 3, height: 1 };
    expect(read({ place })).toEqual([{ labels: ['编号', '日子'], headerRow: 3, rows: 1 }]);
    expect(read({ place: { ...place, row: 99 } })).toEqual({ kind: 'refused', error: 'unrelated' });
  });

  test('is found again by the profile that was saved for its labels', () => {
    expect(read({ rules: withProfiles(emptyProfile('乙', ['编号', '日子'])) })).toEqual([
      { labels: ['编号', '日子'], headerRow: 3, rows: 1 },
    ]);
  });
});
