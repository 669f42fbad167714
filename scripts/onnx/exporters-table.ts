import { markdownTable } from '../models-table/markdown.ts';
import { distinct, EXACT, worst, worstState, type Outcome } from './outcome.ts';

/** The largest errors of the exact variants by network and exporter: a table in Markdown. */
export function exportersTable(outcomes: readonly Outcome[]): string {
  const exact = outcomes.filter(({ variant }) => EXACT.some((one) => one === variant));
  const exporters = distinct(exact, ({ exporter }) => exporter);
  const rows = distinct(exact, ({ architecture }) => architecture).map((architecture) => [
    architecture,
    ...exporters.map((exporter) =>
      worst(
        exact.filter((one) => one.architecture === architecture && one.exporter === exporter),
        worstState,
      ),
    ),
  ]);
  return markdownTable(['', ...exporters], rows);
}
