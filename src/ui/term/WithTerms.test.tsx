import { describe, expect, test } from 'vitest';
import { renderToStaticMarkup } from 'react-dom/server';
import { WithTerms, termParts } from './WithTerms.tsx';

describe('a text with terms', () => {
  test('keeps every character of the text', () => {
    const text = 'Count [CLS] and [SEP] as tokens; a tokenizer is none.';
    const parts = termParts(text, ['token', 'specialTokens']);
    expect(parts.map(({ part }) => part).join('')).toBe(text);
    expect(parts.filter(({ term }) => term).map(({ part }) => part)).toEqual(['[CLS] and [SEP]', 'tokens']);
  });

  test('explains a term where it is first named, and whole words alone', () => {
    const parts = termParts('zero, z and z', ['z']);
    expect(parts).toEqual([
      { part: 'zero, ', term: undefined },
      { part: 'z', term: 'z' },
      { part: ' and z', term: undefined },
    ]);
  });

  test('is one part where it has none of the terms', () => {
    expect(termParts('Nothing here.', ['seed'])).toEqual([{ part: 'Nothing here.', term: undefined }]);
  });
});

test('no letter is lost around the terms, and none but they can be pressed', () => {
  const text = 'Mean of two tokens (anisotropy). Each vector, (layer) by layer.';
  const markup = renderToStaticMarkup(
    <WithTerms text={text} terms={['token', 'anisotropy', 'vector', 'layer']} />,
  );
  expect(markup.replaceAll(/<[^>]+>/g, '')).toBe(text);
  const pressed = markup.matchAll(/role="button"[^>]*>([^<]*)</g);
  expect(Array.from(pressed, ([, word]) => word)).toEqual(['tokens', 'anisotropy', 'vector', 'layer']);
});
