/**
 * `npm run reproduce [-- DATA]`: judges every claim of the paper on the bundled models and all-MiniLM-L6-v2, by the command's
 * figures on DATA (a folder as `measure all` takes it; our examples unless one is named), and writes the table into README.md,
 * or with DATA to standard output.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';
import type { Findings } from '../src/paper/findings.ts';
import { replaceBetweenMarks } from './models-table/between-marks.ts';
import { claimsTable } from './reproduce/claims-table.ts';
import { findFindings } from './reproduce/find-findings.ts';
import { bundledIds, readTwins } from './reproduce/read-twins.ts';

const ROOT = new URL('../', import.meta.url);
const place = (path: string): string => fileURLToPath(new URL(path, ROOT));
const BUNDLED = new URL('public/models/', ROOT);
const MINILM = 'all-MiniLM-L6-v2';

const [given] = process.argv.slice(2);
const data = given ?? place('public/examples');
const models = [
  ...bundledIds(BUNDLED).map((name) => ({ name, folder: fileURLToPath(new URL(name, BUNDLED)) })),
  { name: MINILM, folder: place(`.checkpoints/${MINILM}`) },
];
const missing = models.filter(({ folder }) => !existsSync(folder));
if (missing.length > 0) {
  console.error(`${missing.map(({ name }) => name).join(', ')} is not here: npm run get:minilm fetches it.`);
  process.exit(1);
}

const twins = readTwins(BUNDLED);
const measured: Findings[] = [];
for (const model of models)
  measured.push(await findFindings({ ...model, data, screen: process.stderr }, twins));
const table = claimsTable(measured);
if (given === undefined) {
  const path = place('README.md');
  const page = replaceBetweenMarks(readFileSync(path, 'utf8'), 'reproduce', table);
  writeFileSync(path, await format(page, { parser: 'markdown', printWidth: 110 }));
} else console.log(table);
