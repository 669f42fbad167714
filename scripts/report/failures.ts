import * as v from 'valibot';

/** A test that failed, as its run named it, and the first lines of why. */
export interface Failure {
  readonly name: string;
  readonly why: string;
}

const vitestFiles = v.object({
  testResults: v.array(
    v.object({
      assertionResults: v.array(
        v.object({
          status: v.string(),
          fullName: v.string(),
          failureMessages: v.nullish(v.array(v.string()), []),
        }),
      ),
    }),
  ),
});

interface Suite {
  title: string;
  specs: {
    title: string;
    tests: { status: string; results: { error?: { message: string } | undefined }[] }[];
  }[];
  suites?: Suite[] | undefined;
}

const suite: v.GenericSchema<Suite> = v.object({
  title: v.string(),
  specs: v.array(
    v.object({
      title: v.string(),
      tests: v.array(
        v.object({
          status: v.string(),
          results: v.array(v.object({ error: v.optional(v.object({ message: v.string() })) })),
        }),
      ),
    }),
  ),
  suites: v.optional(v.array(v.lazy(() => suite))),
});

const playwrightFiles = v.object({ suites: v.array(suite) });

const failedInPlaywright = new Set(['unexpected', 'flaky']);

// colours are for a terminal; a summary is read in a file as often
// eslint-disable-next-line no-control-regex -- the escape character is what is looked for
const colours = /\u001B\[[\d;]*m/g;

const firstLines = (message: string | undefined): string =>
  (message ?? '').replace(colours, '').split('\n').slice(0, 6).join('\n').trimEnd();

function failuresIn({ title, specs, suites = [] }: Suite, path: readonly string[]): Failure[] {
  const here = [...path, title];
  const own = specs.flatMap((spec) =>
    spec.tests
      .filter(({ status }) => failedInPlaywright.has(status))
      .map(({ results }) => ({
        name: [...here, spec.title].join(' › '),
        why: firstLines(results.find(({ error }) => error)?.error?.message),
      })),
  );
  return [...own, ...suites.flatMap((inner) => failuresIn(inner, here))];
}

/** The failed tests of a JSON report of vitest or Playwright, in its order; of any other report, none. */
export function failuresOf(report: unknown): readonly Failure[] {
  if (v.is(vitestFiles, report)) {
    return report.testResults
      .flatMap(({ assertionResults }) => assertionResults)
      .filter(({ status }) => status === 'failed')
      .map(({ fullName, failureMessages }) => ({ name: fullName, why: firstLines(failureMessages?.[0]) }));
  }
  return v.is(playwrightFiles, report) ? report.suites.flatMap((each) => failuresIn(each, [])) : [];
}
