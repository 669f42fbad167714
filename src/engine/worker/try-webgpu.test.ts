import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it, vi } from 'vitest';
import type { Checkpoint } from '../../checkpoint/index.ts';
import { FakeModel } from '../testing/fake-model.ts';
import { tryWebgpu } from './try-webgpu.ts';

const lost = new Promise<GPUDeviceLostInfo>(() => undefined);

vi.mock('./runtime.ts', () => ({
  webgpuRuntime: () => Promise.resolve({ env: { webgpu: { device: Promise.resolve({ lost }) } } }),
  createEncoder: () => Promise.resolve(new FakeModel().encoder),
}));

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** An attempt that worked, and a weak hold on the weights it was given. */
async function attempt(): Promise<WeakRef<object>> {
  const weights = new Uint8Array(1e6);
  const checkpoint = { weightsFiles: [{ name: 'model.safetensors', size: weights.length, weights }] };
  const { encoder } = await tryWebgpu(
    {
      checkpoint: checkpoint as unknown as Checkpoint,
      wasm: {
        encoder: new FakeModel().encoder,
        tokenizer: { ...new FakeModel().tokenizer, encode: () => ENCODED },
      },
      id: 'fake',
      race: false,
      onLost: () => undefined,
    },
    { signal: new AbortController().signal, pause: () => Promise.resolve() },
  );
  expect(encoder).toBeDefined();
  return new WeakRef(checkpoint);
}

const ENCODED = {
  ids: Uint32Array.of(1, 2),
  text: ['a', 'b'],
  kind: new Uint8Array(2),
  continues: new Uint8Array(2),
  wanted: 2,
};

it('holds no weights while it waits for the device to be lost', async () => {
  const weights = await attempt();
  await new Promise((resolve) => setTimeout(resolve, 10));
  collectGarbage();
  expect(weights.deref()).toBeUndefined();
});
