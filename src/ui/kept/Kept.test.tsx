import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { Kept } from './Kept.tsx';

const kept = (text: string) =>
  Array.from(renderToStaticMarkup(<Kept>{text}</Kept>).matchAll(/<span[^>]*>([^<]*)/g), ([, held]) => held);

it('keeps a figure with its unit, and every character of the text', () => {
  const text = 'Accuracy × 100: 93.3 % for A, −13.5 % less for B (+2.4 %)';
  expect(renderToStaticMarkup(<Kept>{text}</Kept>).replaceAll(/<[^>]+>/g, '')).toBe(text);
  expect(kept(text)).toEqual(['× 100', '93.3 %', '−13.5 %', '(+2.4 %']);
});

it('is the text alone where there is no unit in it', () => {
  expect(renderToStaticMarkup(<Kept>Nothing × here.</Kept>)).toBe('Nothing × here.');
});
