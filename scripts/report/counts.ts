import * as v from 'valibot';

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

const vitestReport = v.object({
  success: v.boolean(),
  numPassedTests: v.number(),
  numFailedTests: v.number(),
  numPendingTests: v.number(),
  numTodoTests: v.number(),
});

const playwrightReport = v.object({
  errors: v.array(v.unknown()),
  stats: v.object({
    expected: v.number(),
    unexpected: v.number(),
    flaky: v.number(),
    skipped: v.number(),
  }),
});

const modelsReport = v.object({
  by: v.literal('python -m models.tests'),
  passed: v.number(),
  failed: v.number(),
  skipped: v.number(),
});

/** A run that failed though none of its tests did (one that does not compile, say) counts as one failure. */
const atLeastOne = (failed: number, broken: boolean): number => (broken ? Math.max(1, failed) : failed);

/**
 * How many tests a JSON report of vitest, Playwright or models/tests.py counts. A flaky test is a failed one.
 * @throws ValiError when it is none of their reports
 */
export function countsOf(report: unknown): Counts {
  if (v.is(vitestReport, report)) {
    const { success, numPassedTests, numFailedTests, numPendingTests, numTodoTests } = report;
    const failed = atLeastOne(numFailedTests, !success);
    return { passed: numPassedTests, failed, skipped: numPendingTests + numTodoTests };
  }
  if (v.is(modelsReport, report)) {
    const { passed, failed, skipped } = report;
    return { passed, failed, skipped };
  }
  const { errors, stats } = v.parse(playwrightReport, report);
  const failed = atLeastOne(stats.unexpected + stats.flaky, errors.length > 0);
  return { passed: stats.expected, failed, skipped: stats.skipped };
}

export function sumCounts(all: readonly Counts[]): Counts {
  return all.reduce(
    (sum, { passed, failed, skipped }) => ({
      passed: sum.passed + passed,
      failed: sum.failed + failed,
      skipped: sum.skipped + skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
}
