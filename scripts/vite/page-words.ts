import type { Plugin } from 'vite';
import { strings } from '../../src/strings/index.ts';

/** Writes the page's title, and what stands there without JavaScript, from the catalogue of strings. */
export function pageWords(): Plugin {
  return {
    name: 'tailscope:page-words',
    transformIndexHtml: () => [
      { tag: 'title', children: escaped(strings.shell.title(undefined)), injectTo: 'head' },
      { tag: 'noscript', children: escaped(strings.shell.noScript), injectTo: 'body' },
    ],
  };
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
