import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { countsOf, sumCounts, type Counts } from './counts.ts';
import { failuresOf } from './failures.ts';

const folder = new URL('../../build/reports/', import.meta.url);

/** Forgets the reports of earlier runs, so that none is counted for this one. */
export function clearReports(): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
}

/**
 * Prints which tests failed in the reports written since, and how many were skipped: a long log may be cut
 * before its end, where the tests themselves are. Returns the sum of the reports.
 */
export function tellReports(): Counts {
  const reports = readReports();
  for (const { name, why } of reports.flatMap(failuresOf))
    console.log(`✗ ${name}\n${why.replace(/^/gm, '    ')}`);
  const counts = sumCounts(reports.map(countsOf));
  if (counts.skipped > 0) console.log(`${counts.skipped} skipped`);
  return counts;
}

function readReports(): unknown[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return files.map((name): unknown => JSON.parse(readFileSync(new URL(name, folder), 'utf8')));
}
