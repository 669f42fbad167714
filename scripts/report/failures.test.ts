import { describe, expect, it } from 'vitest';
import { failuresOf } from './failures.ts';

describe('failuresOf', () => {
  it("names the failed tests of vitest's report", () => {
    const passed = { status: 'passed', fullName: 'adds one', failureMessages: [] };
    const failed = {
      status: 'failed',
      fullName: 'adds two',
      failureMessages: ['\u001B[31mexpected 3\u001B[39m\nat line 4'],
    };
    expect(
      failuresOf({ testResults: [{ assertionResults: [passed] }, { assertionResults: [failed] }] }),
    ).toEqual([{ name: 'adds two', why: 'expected 3\nat line 4' }]);
  });

  it("names those of Playwright's, however deep, the flaky ones too", () => {
    const spec = (title: string, status: string, message?: string) => ({
      title,
      tests: [{ status, results: [message === undefined ? {} : { error: { message } }] }],
    });
    const inner = { title: 'on a telephone', specs: [spec('scrolls', 'flaky', 'too late')] };
    const specs = [spec('opens', 'expected'), spec('cuts', 'unexpected', 'no chart')];
    expect(failuresOf({ suites: [{ title: 'cut.spec.ts', specs, suites: [inner] }] })).toEqual([
      { name: 'cut.spec.ts › cuts', why: 'no chart' },
      { name: 'cut.spec.ts › on a telephone › scrolls', why: 'too late' },
    ]);
  });

  it('finds none in a report that lists no tests', () => {
    expect(failuresOf({ by: 'python -m models.tests', passed: 4, failed: 1, skipped: 0 })).toEqual([]);
  });
});
