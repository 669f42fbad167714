/**
 * `npm run make:models-table`: measures every architecture's fixtures, as they are and from every source, and writes
 * their errors into docs/models.md.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { format } from 'prettier';
import { architecturesTable } from './models-table/architectures-table.ts';
import { replaceBetweenMarks } from './models-table/between-marks.ts';
import { sourcesTable } from './models-table/sources-table.ts';

const path = new URL('../docs/models.md', import.meta.url);
const page = readFileSync(path, 'utf8');
const first = replaceBetweenMarks(page, 'architectures', await architecturesTable());
const filled = replaceBetweenMarks(first, 'sources', await sourcesTable());
writeFileSync(path, await format(filled, { parser: 'markdown' }));
