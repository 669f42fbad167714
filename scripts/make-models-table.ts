/** `npm run make:models-table`: measures every architecture's fixtures, and writes their errors into docs/models.md. */
import { readFileSync, writeFileSync } from 'node:fs';
import { format } from 'prettier';
import { architecturesTable } from './models-table/architectures-table.ts';
import { replaceBetweenMarks } from './models-table/between-marks.ts';

const path = new URL('../docs/models.md', import.meta.url);
const filled = replaceBetweenMarks(readFileSync(path, 'utf8'), 'architectures', await architecturesTable());
writeFileSync(path, await format(filled, { parser: 'markdown' }));
