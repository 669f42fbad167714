import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyOf } from '../checkpoint/sources/index.ts';
import { newManifest, readManifest, writeManifest } from './manifest.ts';

const model = {
  place: { kind: 'hub', hub: 'https://hub.example', id: 'owner/name', revision: 'c0ffee0' },
  weights: 'model.safetensors',
  files: [
    { path: 'config.json', url: 'https://hub.example/c', size: 10, sha256: undefined },
    { path: 'model.safetensors', url: 'https://hub.example/w', size: undefined, sha256: 'ab' },
  ],
} as const;
const key = keyOf(model);

describe('the record of what is stored', () => {
  const manifest = newManifest(model, 1000, 5);
  manifest.records[0]?.parts.push({ bytes: 10, digest: 'cd' });
  const json = writeManifest(manifest);

  it('comes back as it was written', () => {
    expect(readManifest(json, key)).toEqual(manifest);
  });
  it('is none under another key, of another version, or half-written', () => {
    expect(readManifest(json, `${key}x`)).toBeUndefined();
    expect(readManifest(json.replace('"version":1', '"version":2'), key)).toBeUndefined();
    fc.assert(
      fc.property(fc.nat(json.length - 1), (length) => {
        expect(readManifest(json.slice(0, length), key)).toBeUndefined();
      }),
    );
  });
  it('is none whatever stands in its place', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(readManifest(text, key)).toBeUndefined();
      }),
    );
  });
});
