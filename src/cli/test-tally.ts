/** How many tests ended how. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

interface FileReport {
  readonly status: string;
  readonly assertionResults: readonly { readonly status: string }[];
}

/**
 * The tests of a vitest run by its JSON report. A file that failed before its first test counts as one failure, and so
 * does a run that ended badly without any failed test, or without a report.
 */
export function readTally(report: string | null, isGreen: boolean): Tally {
  const { testResults: files }: { testResults: readonly FileReport[] } =
    report === null ? { testResults: [] } : JSON.parse(report);
  const statuses = files.flatMap(({ status, assertionResults }) =>
    assertionResults.length === 0 && status === 'failed' ? ['failed'] : assertionResults.map((test) => test.status),
  );
  const failed = statuses.filter((status) => status === 'failed').length;
  const passed = statuses.filter((status) => status === 'passed').length;
  return { passed, failed: failed === 0 && !isGreen ? 1 : failed, skipped: statuses.length - passed - failed };
}

export function addTallies(a: Tally, b: Tally): Tally {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}

/** The closing line of `npm test`. */
export function formatTally({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`;
}
