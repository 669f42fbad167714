import { posix } from 'node:path';

const matches = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].flatMap(([, found]) => (found === undefined ? [] : [found]));

/**
 * The scripts a built page loads at once: those its HTML names and, following them, every static
 * import. Dynamic imports and workers are not followed: they load when they are asked for.
 * @param html the page
 * @param read a script's text by its address relative to the page
 * @returns addresses relative to the page, each once
 */
export function pageScripts(html: string, read: (file: string) => string): readonly string[] {
  const found = new Set<string>();
  const waiting = matches(html, /<script[^>]*\ssrc="([^"]+)"/g).map((src) => posix.normalize(src));
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (found.has(file)) continue;
    found.add(file);
    // as bundlers write them: import{a as b}from"./c.js", export*from"./c.js", import"./c.js"
    const imports = matches(read(file), /(?:\bfrom|\bimport)\s*["'`](\.[^"'`]+)["'`]/g);
    const folder = posix.dirname(file);
    waiting.push(...imports.map((address) => posix.join(folder, address)));
  }
  return [...found];
}
