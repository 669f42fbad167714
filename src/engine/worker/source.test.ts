import { expect, it } from 'vitest';
import type { RemoteModel } from '../../checkpoint/sources/index.ts';
import { requireAtHand } from './source.ts';

const model: RemoteModel = {
  place: { kind: 'folder', folder: 'https://models.example/small/' },
  weights: 'model.safetensors',
  files: [],
};
const stored = (kept: boolean) => ({ isStored: () => Promise.resolve(kept) });

it('weights that the browser did not keep are not downloaded again unasked', async () => {
  const source = { kind: 'remote', model } as const;
  await expect(requireAtHand(source, stored(false))).rejects.toMatchObject({ code: 'weights-gone' });
  await expect(requireAtHand(source, stored(true))).resolves.toBeUndefined();
});

it('a bundled model is always at hand', async () => {
  await expect(requireAtHand({ kind: 'bundled', id: 'small' }, stored(false))).resolves.toBeUndefined();
});
