import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { strings } from '../../src/strings/index.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const sources = ['src', 'e2e'].flatMap((folder) =>
  readdirSync(`${root}${folder}`, { recursive: true, encoding: 'utf8' })
    .filter((path) => /[.]tsx?$/.test(path))
    .map((path) => `${folder}/${path.replaceAll('\\', '/')}`),
);
const textOf = (paths: readonly string[]): string =>
  paths.map((path) => readFileSync(root + path, 'utf8')).join('\n');
const isTest = (path: string): boolean => /[.](test|spec)[.]tsx?$/.test(path);
const product = textOf(sources.filter((path) => path.startsWith('src/') && !isTest(path)));
const tests = textOf(sources.filter(isTest));

describe('every error of the catalogue', () => {
  it.each(Object.keys(strings.errors))('%s is thrown, and tested by its code', (code) => {
    expect(product).toMatch(new RegExp(`\\bof\\(\\s*'${code}'`));
    expect(tests).toContain(`'${code}'`);
  });
});
