import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Checkpoint } from '../../checkpoint/index.ts';
import { FakeModel } from '../testing/fake-model.ts';
import { tryWebgpu, type Attempt } from './try-webgpu.ts';

/** What the device makes of the model, and whether it is made at all. */
const device = { model: new FakeModel(), made: 0, lose: undefined as ((info: object) => void) | undefined };
/** The same device without subgroups, where it has any. */
const other = { there: false, model: new FakeModel(), destroyed: false };

vi.mock('./device-without-subgroups.ts', () => ({
  deviceWithoutSubgroups: () =>
    Promise.resolve(
      other.there
        ? { lost: new Promise(() => undefined), destroy: () => (other.destroyed = true) }
        : undefined,
    ),
}));

vi.mock('./runtime.ts', () => ({
  webgpuRuntime: (given?: object) => {
    const lost = new Promise<object>((resolve) => {
      device.lose = resolve;
    });
    return Promise.resolve({ given, env: { webgpu: { device: Promise.resolve({ lost }) } } });
  },
  createEncoder: ({ given }: { given?: object }) => {
    device.made++;
    return Promise.resolve((given ? other : device).model.encoder);
  },
}));

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Two tokens, of a long text 40: the fake's largest value is 10 then, or 39, the last position. */
function encode(sentence: string) {
  const length = sentence.split(' ').length > 32 ? 40 : 2;
  const bytes = () => new Uint8Array(length);
  const ids = new Uint32Array(length).fill(1);
  return { ids, text: Array<string>(length).fill('a'), kind: bytes(), continues: bytes(), wanted: length };
}

const checkpointOf = (halfPrecision = false) => {
  const weights = new Uint8Array(1e6);
  const weightsFiles = [{ name: 'model.safetensors', size: weights.length, weights }];
  return { weightsFiles, halfPrecision } as unknown as Checkpoint;
};

function attempt(change: Partial<Attempt> = {}): ReturnType<typeof tryWebgpu> {
  const given: Attempt = {
    checkpoint: checkpointOf(),
    wasm: {
      encoder: new FakeModel().encoder,
      tokenizer: { ...new FakeModel().tokenizer, encode },
    },
    id: 'fake',
    race: false,
    half: false,
    onLost: () => undefined,
    ...change,
  };
  return tryWebgpu(given, {
    signal: new AbortController().signal,
    pause: () => Promise.resolve(),
    enough: () => false,
  });
}

describe('a model tried on a graphics device', () => {
  beforeEach(() => {
    device.model = new FakeModel();
    device.made = 0;
    Object.assign(other, { there: false, model: new FakeModel(), destroyed: false });
  });

  it('stays there where it gives the same as the processor', async () => {
    const outcome = await attempt();
    expect(outcome).toMatchObject({ runsOn: { provider: 'webgpu' } });
    expect([outcome.encoder, device.model.released]).toEqual([device.model.encoder, false]);
  });

  it('goes back to the processor where it gives something else, however small, and says how far off', async () => {
    device.model = new FakeModel(64, -10.02);
    expect(await attempt()).toEqual({
      encoder: undefined,
      notice:
        'The graphics device gives different hidden states (off by 0.0020); the model runs on the processor.',
    });
    expect(device.model.released).toBe(true);
  });

  it('goes back where it gives something else for long sentences alone', async () => {
    const { encoder } = device.model;
    const wrong = new FakeModel(1000, -12).encoder;
    const encode = encoder.encode.bind(encoder);
    vi.spyOn(encoder, 'encode').mockImplementation((batch) =>
      batch.longest < 32 ? encode(batch) : wrong.encode(batch),
    );
    expect(await attempt()).toMatchObject({
      encoder: undefined,
      notice: expect.stringMatching(/off by 0\.051/) as string,
    });
    expect(device.model.released).toBe(true);
  });

  describe('that has subgroups and gives something else with them', () => {
    beforeEach(() => {
      device.model = new FakeModel(64, -12);
      other.there = true;
    });

    it('stays there without them where that gives the same', async () => {
      const outcome = await attempt();
      expect(outcome.encoder).toBe(other.model.encoder);
      expect([device.model.released, other.model.released, other.destroyed]).toEqual([true, false, false]);
    });

    it('goes back where it gives something else without them, too', async () => {
      other.model = new FakeModel(64, -11);
      expect(await attempt()).toMatchObject({
        encoder: undefined,
        notice: expect.stringMatching(/off by 0\.026/) as string,
      });
      expect([device.model.released, other.model.released]).toEqual([true, true]);
    });

    it('goes back, and lets go of the device, where it cannot run without them', async () => {
      vi.spyOn(other.model.encoder, 'encode').mockRejectedValue(new Error('no such shader'));
      expect(await attempt()).toMatchObject({
        encoder: undefined,
        notice: expect.stringMatching(/gives different hidden states/) as string,
      });
      expect([other.model.released, other.destroyed]).toEqual([true, true]);
    });
  });

  it('is not tried without subgroups where it gives the same with them', async () => {
    other.there = true;
    expect((await attempt()).encoder).toBe(device.model.encoder);
    expect(device.made).toBe(1);
  });

  it('goes back where it gives no numbers at all', async () => {
    device.model = new FakeModel(64, NaN);
    expect((await attempt()).encoder).toBeUndefined();
  });

  it('goes back, saying why, where it cannot run', async () => {
    vi.spyOn(device.model.encoder, 'encode').mockRejectedValue(new Error('no such shader'));
    expect(await attempt()).toMatchObject({
      encoder: undefined,
      notice: expect.stringMatching(/could not run the model \(.*no such shader/) as string,
    });
    expect(device.model.released).toBe(true);
  });

  it('is not even started in half precision on one that has none, and is held to WASM on one that has', async () => {
    const checkpoint = checkpointOf(true);
    expect(await attempt({ checkpoint })).toMatchObject({
      encoder: undefined,
      notice: expect.stringMatching(/half precision/) as string,
    });
    expect(device.made).toBe(0);
    expect((await attempt({ checkpoint, half: true })).encoder).toBe(device.model.encoder);
  });

  // the fake's largest value is 10
  it.each([
    ['what half precision itself costs', 10.05, true],
    ['more than that', 10.2, false],
    ['no numbers', NaN, false],
  ])('in half precision is off by %s: stays or goes back', async (_, value, stays) => {
    device.model = new FakeModel(64, -value);
    const outcome = await attempt({ checkpoint: checkpointOf(true), half: true });
    expect(outcome.encoder).toBe(stays ? device.model.encoder : undefined);
    // in float32 none of these would do
    expect((await attempt({ half: true })).encoder).toBeUndefined();
  });

  it('is said to be lost with its device, unless that was let go of', async () => {
    const onLost = vi.fn();
    await attempt({ onLost });
    device.lose?.({ reason: 'unknown', message: 'unplugged' });
    await attempt({ onLost });
    device.lose?.({ reason: 'destroyed', message: '' });
    await new Promise((resolve) => setTimeout(resolve));
    expect(onLost.mock.calls).toEqual([['unplugged']]);
  });

  it('leaves no weights in memory while it waits for the device to be lost', async () => {
    /** A weak hold on the weights that an attempt was given. */
    const tried = async () => {
      const checkpoint = checkpointOf();
      expect((await attempt({ checkpoint })).encoder).toBeDefined();
      return new WeakRef(checkpoint);
    };
    const weights = await tried();
    await new Promise((resolve) => setTimeout(resolve, 10));
    collectGarbage();
    expect(weights.deref()).toBeUndefined();
  });
});
