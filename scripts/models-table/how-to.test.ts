import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

it('docs/add-an-architecture.md shows DistilBERT as it is', () => {
  const [, code = ''] = /```ts\n([^]*?)```/.exec(read('docs/add-an-architecture.md')) ?? [];
  const shown = code.replaceAll(/^ {3}/gm, '').trim();
  expect(shown).toMatch(/^export function distilbert/);
  expect(read('src/graph/architectures/distilbert.ts')).toContain(shown);
});

it.each(
  [...read('docs/add-an-architecture.md').matchAll(/`((?:src|models|scripts|e2e)\/[^`\s]+)`/g)].map(
    ([, path = '']) => path,
  ),
)('docs/add-an-architecture.md names %s, which is there', (path) => {
  expect(() => readFileSync(new URL(`../../${path}`, import.meta.url))).not.toThrow(/ENOENT/);
});
