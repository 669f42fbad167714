import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import { relativeBucket } from './relative-bucket.ts';

const reference = v.parse(
  v.object({ first: v.number(), buckets: v.array(v.number()) }),
  JSON.parse(readFileSync(new URL('fixtures/relative-buckets.json', import.meta.url), 'utf8')),
);

it('puts every distance of up to 600 tokens in the bucket that transformers does', () => {
  expect(reference.buckets.length).toBe(1201);
  expect(reference.buckets.map((_, i) => relativeBucket(i + reference.first))).toEqual(reference.buckets);
});
