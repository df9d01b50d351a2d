import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { differencesOf } from '../statistics/stat-case/compare.ts';
import { parseCaseCsv } from '../statistics/stat-case/csv.ts';
import { runStatCase } from '../statistics/stat-case/run-stat-case.ts';
import { member, numberOf, textOf } from '../statistics/stat-case/stat-case.ts';
import type { Json, StatCase } from '../statistics/stat-case/stat-case.ts';

/**
 * Runs the verification cases of a folder of method folders, or of one method folder, and prints what differs:
 * `npm run -s stat-cases -- FOLDER`. Exit status 1 where a case fails.
 */

const INPUT = '.input.json';
const SHOWN_DIFFERENCES = 5;

interface CaseFile {
  readonly method: string;
  readonly folder: string;
  readonly id: string;
}

type Verdict = { readonly kind: 'passed' | 'missing' } | { readonly kind: 'failed'; readonly lines: readonly string[] };

function casesIn(folder: string): readonly CaseFile[] {
  const method = basename(resolve(folder));
  const names = readdirSync(folder).filter((name) => name.endsWith(INPUT));
  return names.sort().map((name) => ({ method, folder, id: name.slice(0, -INPUT.length) }));
}

function casesOf(folder: string): readonly CaseFile[] {
  const entries = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const names = entries.map(({ name }) => name).sort();
  return [...casesIn(folder), ...names.flatMap((name) => casesIn(join(folder, name)))];
}

function readJson(path: string): Json {
  return JSON.parse(readFileSync(path, 'utf8'));
}

function read({ folder, id }: CaseFile): { statCase: StatCase; method: Json; expected: Json } {
  const input = readJson(join(folder, `${id}${INPUT}`));
  const csv = member(input, 'csv');
  const rows = csv === null ? [] : parseCaseCsv(readFileSync(join(folder, textOf(csv)), 'utf8'));
  const statCase = { params: member(input, 'params'), input: member(input, 'input'), rows };
  return { statCase, method: member(input, 'method'), expected: readJson(join(folder, `${id}.expected.json`)) };
}

function check(file: CaseFile): Verdict {
  try {
    const { statCase, method, expected } = read(file);
    const actual = runStatCase(textOf(method ?? file.method), statCase);
    if (actual === undefined) return { kind: 'missing' };
    const tolerance = member(expected, 'tolerance');
    const lines = differencesOf(member(expected, 'expected'), actual, {
      abs: numberOf(member(tolerance, 'abs')) ?? 1e-8,
      rel: numberOf(member(tolerance, 'rel')) ?? 1e-6,
    });
    return lines.length === 0 ? { kind: 'passed' } : { kind: 'failed', lines };
  } catch (error) {
    return { kind: 'failed', lines: [`threw ${error instanceof Error ? error.message : String(error)}`] };
  }
}

function report(folder: string): number {
  const count = { passed: 0, failed: 0, missing: 0 };
  for (const file of casesOf(folder)) {
    const verdict = check(file);
    count[verdict.kind]++;
    if (verdict.kind === 'missing') console.log(`-    ${file.method}/${file.id} not implemented`);
    if (verdict.kind !== 'failed') continue;
    console.log(`FAIL ${file.method}/${file.id}`);
    for (const line of verdict.lines.slice(0, SHOWN_DIFFERENCES)) console.log(`       ${line}`);
    const rest = verdict.lines.length - SHOWN_DIFFERENCES;
    if (rest > 0) console.log(`       … and ${rest} more`);
  }
  console.log(`${count.passed} passed, ${count.failed} failed, ${count.missing} not implemented`);
  return count.failed > 0 ? 1 : 0;
}

const folder = process.argv[2] ?? '../shared/stat-cases/cases';
if (existsSync(folder)) {
  process.exitCode = report(folder);
} else {
  console.error(`There is no folder ${resolve(folder)}. Name one: npm run -s stat-cases -- FOLDER`);
  process.exitCode = 1;
}
