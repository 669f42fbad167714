import { expect, it } from 'vitest';
import { strings } from '../../src/strings/index.ts';
import { exampleText } from './example-file.ts';

it('what the Predict view offers are sentences of the example data with a word masked', () => {
  const sentences = exampleText('sentences.txt').split('\n');
  const { example, examples } = strings.predictView;
  for (const { text, word } of examples) expect(sentences).toContain(text.replace('[MASK]', word));
  expect(examples[0].text).toBe(example);
});
