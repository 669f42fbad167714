import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { strings } from '../../src/strings/index.ts';
import { pageWords } from './page-words.ts';

it('gives the page its title and its words without JavaScript from the catalogue', () => {
  const transform = pageWords().transformIndexHtml;
  const tags = typeof transform === 'function' ? (transform as () => unknown)() : undefined;
  expect(tags).toMatchObject([
    { tag: 'title', children: strings.shell.title(undefined) },
    { tag: 'noscript', children: strings.shell.noScript },
  ]);
});

it('leaves no word for a reader in index.html', () => {
  const html = readFileSync(new URL('../../index.html', import.meta.url), 'utf8');
  expect(html.replaceAll(/<[^>]*>/g, '').trim()).toBe('');
});
