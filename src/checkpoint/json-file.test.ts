import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson } from './json-file.ts';

const parse = (text: string) => parseJson(new TextEncoder().encode(text), 'config.json');
const deep = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);

it('reads all JSON as the language does', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 5 }), (text) => {
      expect(parse(text)).toEqual(JSON.parse(text));
    }),
  );
});

describe('brackets within brackets', () => {
  it('are read as deep as any file has them', () => {
    expect(parse(deep(64))).toEqual(JSON.parse(deep(64)));
  });
  it('are refused beyond, before anything is made of them', () => {
    const began = performance.now();
    expect(() => parse(`{"a":${deep(8e6)}}`)).toThrow(expect.objectContaining({ code: 'json-nested' }));
    expect(performance.now() - began).toBeLessThan(2000);
  });
  it('are none within a string, whatever quotes stand there', () => {
    const text = '[{"'.repeat(100) + '\\';
    expect(parse(JSON.stringify({ [text]: text }))).toEqual({ [text]: text });
  });
});
