import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_HUB } from '../../checkpoint/sources/index.ts';
import { readRemoteName, writeRemoteName } from './remote-name.ts';

const COMMIT = 'c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00';

describe('a model of another host in a link', () => {
  it('is its id, its commit, the file, its size and its hash, for a person to read', () => {
    const name = {
      place: { kind: 'hub' as const, hub: DEFAULT_HUB, id: 'bert-base-cased', revision: COMMIT },
      weights: 'model.safetensors',
      bytes: 436_000_000,
      sha256: 'ab'.repeat(32),
    };
    expect(writeRemoteName(name)).toBe(
      `hub:bert-base-cased@${COMMIT},model.safetensors,436000000,${'ab'.repeat(32)}`,
    );
    expect(writeRemoteName({ ...name, place: { ...name.place, hub: 'https://mirror.example' } })).toMatch(
      /^hub:https:\/\/mirror\.example,bert-base-cased@/,
    );
  });

  it.each([
    'hub:bert-base-cased',
    `hub:bert-base-cased@${COMMIT}`,
    `hub:../x@${COMMIT},model.safetensors,,`,
    `hub:a@b..c,model.safetensors,,`,
    `hub:a@${COMMIT},../model.safetensors,,`,
    `hub:a@${COMMIT},model.safetensors,-1,`,
    `hub:a@${COMMIT},model.safetensors,,abc`,
    `hub:http://evil.example,a@${COMMIT},model.safetensors,,`,
    `hub:javascript:1,a@${COMMIT},model.safetensors,,`,
    'url:http://example.org/m/,model.safetensors,,',
    'url:https://example.org/m,model.safetensors,,',
    'url:https://me:secret@example.org/m/,model.safetensors,,',
    'url:https://example.org/m/?q=/,model.safetensors,,',
    'url:file:///etc/,model.safetensors,,',
  ])('%s is none', (text) => {
    expect(readRemoteName(text)).toBeUndefined();
  });

  it('never throws, whatever the link says', () => {
    const start = fc.constantFrom('', 'hub:', 'url:', 'url:https://', 'hub:https://a,b@');
    const text = fc
      .tuple(start, fc.string(), fc.constantFrom('', ',model.safetensors,1,'))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (given) => {
        readRemoteName(given);
      }),
    );
  });
});
