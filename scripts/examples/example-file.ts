import { readdirSync, readFileSync } from 'node:fs';
import { lines } from '../../src/text/lines.ts';

const folder = new URL('../../public/examples/', import.meta.url);

/** The text of a file of public/examples/. */
export const exampleText = (path: string): string => readFileSync(new URL(path, folder), 'utf8');

/** Its lines, each split at its tabs. */
export const exampleRows = (path: string): string[][] =>
  lines(exampleText(path)).map((line) => line.split('\t'));

/** Every file of public/examples/, by its path in there, in order. */
export const exampleFiles = (): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => `${parentPath}/${name}`.split('/examples/').at(-1) ?? name)
    .map((path) => path.replace(/^\/+/, ''))
    .sort();

/** The words of the word sense examples: their folders. */
export const wsdWords = (): string[] => readdirSync(new URL('wsd/', folder)).sort();
