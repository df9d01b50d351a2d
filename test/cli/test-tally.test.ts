import { expect, test } from 'vitest';
import { addTallies, formatTally, readTally } from '../../src/cli/test-tally.ts';

const report = (files: { status: string; assertionResults: { status: string }[] }[]) =>
  JSON.stringify({ testResults: files });

test('counts tests, and a file that broke before its first one', () => {
  const text = report([
    { status: 'passed', assertionResults: [{ status: 'passed' }, { status: 'passed' }, { status: 'skipped' }] },
    { status: 'failed', assertionResults: [{ status: 'failed' }] },
    { status: 'failed', assertionResults: [] },
  ]);
  expect(readTally(text, false)).toEqual({ passed: 2, failed: 2, skipped: 1 });
});

test('a run that ended badly is never green', () => {
  expect(readTally(null, false)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  expect(readTally(report([{ status: 'passed', assertionResults: [{ status: 'passed' }] }]), false)).toEqual({
    passed: 1,
    failed: 1,
    skipped: 0,
  });
});

test('the closing line', () => {
  const sum = addTallies({ passed: 2, failed: 0, skipped: 1 }, { passed: 3, failed: 1, skipped: 0 });
  expect(formatTally(sum)).toBe('5 passed, 1 failed, 1 skipped');
  expect(formatTally({ ...sum, skipped: 0 })).toBe('5 passed, 1 failed');
});
