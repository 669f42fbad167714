import { readFileSync, writeFileSync } from 'node:fs';
import { format } from 'prettier';
import { replaceBetweenMarks } from './between-marks.ts';

/**
 * Writes into a file of docs/ what belongs between its marks; see `replaceBetweenMarks`.
 * @param contents by the marks' name
 */
export async function fillDocument(name: string, contents: Readonly<Record<string, string>>): Promise<void> {
  const path = new URL(`../../docs/${name}`, import.meta.url);
  const filled = Object.entries(contents).reduce(
    (page, [mark, content]) => replaceBetweenMarks(page, mark, content),
    readFileSync(path, 'utf8'),
  );
  writeFileSync(path, await format(filled, { parser: 'markdown' }));
}
