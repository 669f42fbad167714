import { expect, it } from 'vitest';
import { isElsewhere } from './is-elsewhere.ts';

it.each([
  'sentence-transformers/all-MiniLM-L6-v2',
  'owner/name@v1.0',
  'bert-base-cased@main',
  'https://example.org/models/mine/',
  'http://localhost:8000/mine',
  'huggingface.co/bert-base-cased',
])('%s is looked for on another host', (named) => {
  expect(isElsewhere(named)).toBe(true);
});

it.each([
  'nowhere',
  './models/mine',
  '../mine',
  '/models/mine',
  'public/models/mine',
  'C:\\models\\mine',
  '~/mine',
  '',
])('“%s” is a folder and nothing else: nobody is asked for it', (named) => {
  expect(isElsewhere(named)).toBe(false);
});
