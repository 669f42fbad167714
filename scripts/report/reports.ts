import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { countsOf, sumCounts, type Counts } from './counts.ts';

const folder = new URL('../../build/reports/', import.meta.url);

/** Forgets the reports of earlier runs, so that none is counted for this one. */
export function clearReports(): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
}

/** The sum of every report written since. */
export function readReports(): Counts {
  if (!existsSync(folder)) return sumCounts([]);
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return sumCounts(files.map((name) => countsOf(JSON.parse(readFileSync(new URL(name, folder), 'utf8')))));
}
