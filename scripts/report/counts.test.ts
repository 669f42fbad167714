import { describe, expect, it } from 'vitest';
import { countsOf, sumCounts } from './counts.ts';

const vitest = { success: true, numPassedTests: 5, numFailedTests: 0, numPendingTests: 1, numTodoTests: 1 };
const playwright = { errors: [], stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 2 } };

describe('countsOf', () => {
  it("reads vitest's report", () => {
    expect(countsOf(vitest)).toEqual({ passed: 5, failed: 0, skipped: 2 });
  });

  it("reads Playwright's report, a flaky test being a failed one", () => {
    expect(countsOf(playwright)).toEqual({ passed: 3, failed: 2, skipped: 2 });
  });

  it('reads the report of the Python tests', () => {
    const report = { by: 'python -m models.tests', passed: 4, failed: 1, skipped: 0 };
    expect(countsOf(report)).toEqual({ passed: 4, failed: 1, skipped: 0 });
  });

  it('counts one failure when a run failed before its tests', () => {
    expect(countsOf({ ...vitest, success: false }).failed).toBe(1);
    const stats = { expected: 0, unexpected: 0, flaky: 0, skipped: 0 };
    expect(countsOf({ errors: [{ message: 'no server' }], stats }).failed).toBe(1);
  });

  it('refuses any other report', () => {
    expect(() => countsOf({ passed: 3 })).toThrow('Invalid key');
  });
});

describe('sumCounts', () => {
  it('adds, and is zero for no report', () => {
    expect(sumCounts([countsOf(vitest), countsOf(playwright)])).toEqual({ passed: 8, failed: 2, skipped: 4 });
    expect(sumCounts([])).toEqual({ passed: 0, failed: 0, skipped: 0 });
  });
});
