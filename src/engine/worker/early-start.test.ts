import { readFileSync } from 'node:fs';
import { Tensor } from 'onnxruntime-common';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { ByteFile } from '../../checkpoint/index.ts';
import type { RemoteModel } from '../../checkpoint/sources/index.ts';
import { SessionQueue } from '../index.ts';
import { FakeModel } from '../testing/fake-model.ts';
import { EarlyStart } from './early-start.ts';
import type { InTurn, Runtime } from './runtime.ts';

/** Models whose sessions were made. */
const made: FakeModel[] = [];
/** Once it is resolved, a session can be made. */
let weightsAreThere: Promise<void>;

vi.mock('./runtime.ts', () => ({
  createEncoder: async (_runtime: unknown, _checkpoint: unknown, _id: string, inTurn: InTurn) => {
    await weightsAreThere;
    return inTurn(() => {
      const model = new FakeModel();
      vi.spyOn(model.encoder, 'release');
      made.push(model);
      return Promise.resolve(model.encoder);
    });
  },
}));

const folder = new URL('../../graph/fixtures/bert-f32/', import.meta.url);
const files = ['config.json', 'tokenizer.json', 'model.safetensors'].map((name): ByteFile => {
  const bytes = new Uint8Array(readFileSync(new URL(name, folder)));
  return { name, size: bytes.length, read: (start, end) => Promise.resolve(bytes.slice(start, end)) };
});
const modelAt = (name: string): RemoteModel => ({
  place: { kind: 'folder', folder: `https://there.example/${name}/` },
  weights: 'model.safetensors',
  files: [],
});
const mine = modelAt('mine');

describe('an early start', () => {
  let download: AbortController;
  let queue: SessionQueue;
  let early: EarlyStart;
  let room: boolean;
  const arriving = () => ({ files, isWhole: true, signal: download.signal });

  beforeEach(() => {
    made.length = 0;
    weightsAreThere = Promise.resolve();
    download = new AbortController();
    const runtime = () => Promise.resolve({ Tensor } as unknown as Runtime);
    queue = new SessionQueue(() => new Promise((resolve) => setTimeout(resolve)));
    room = true;
    const requireRoom = () => {
      if (!room) throw new Error('no room');
    };
    early = new EarlyStart(queue, runtime, requireRoom, 20);
  });
  const release = () => made[0]?.encoder.release;

  it('is there for the load of the same model, once', async () => {
    early.begin(mine, arriving());
    const started = await early.take(mine);
    expect(started?.checkpoint.config.layers).toBe(2);
    expect(started?.take()).toBe(made[0]?.encoder);
    expect(await early.take(mine)).toBeUndefined();
    await started?.end();
    expect(release()).not.toHaveBeenCalled();
  });

  it('is nothing before the download was found right', async () => {
    const files = { ...arriving(), isWhole: false };
    early.begin(mine, files);
    expect(await early.take(mine)).toBeUndefined();
    files.isWhole = true;
    expect(await early.take(mine)).toBeDefined();
  });

  it('is nothing where there is no room beside what is loaded', async () => {
    room = false;
    early.begin(mine, arriving());
    expect(await early.take(mine)).toBeUndefined();
    expect(made).toHaveLength(0);
  });

  it('is none of another model', async () => {
    early.begin(mine, arriving());
    expect(await early.take(modelAt('another'))).toBeUndefined();
    expect(await early.take(mine)).toBeDefined();
  });

  it('is waited for while the last weights come', async () => {
    let come = (): void => undefined;
    weightsAreThere = new Promise((resolve) => {
      come = resolve;
    });
    early.begin(mine, arriving());
    const taken = early.take(mine);
    expect(made).toHaveLength(0);
    come();
    expect(await taken).toBeDefined();
  });

  it('does not wait for a batch that is under way', async () => {
    let goOn = true;
    const batch = queue.run('batch', download.signal, async ({ pause }) => {
      while (goOn) await pause();
    });
    early.begin(mine, arriving());
    expect(await early.take(mine)).toBeDefined();
    goOn = false;
    await batch;
  });

  it('lets go of its encoder where nobody used it', async () => {
    early.begin(mine, arriving());
    await (await early.take(mine))?.end();
    expect(release()).toHaveBeenCalledTimes(1);
  });

  it('lets go of it where nobody loads the model', async () => {
    early.begin(mine, arriving());
    await vi.waitFor(() => {
      expect(release()).toHaveBeenCalledTimes(1);
    });
    expect(await early.take(mine)).toBeUndefined();
  });

  it('ends with the download', async () => {
    early.begin(mine, arriving());
    await vi.waitFor(() => {
      expect(made).toHaveLength(1);
    });
    download.abort();
    await vi.waitFor(() => {
      expect(release()).toHaveBeenCalledTimes(1);
    });
    expect(await early.take(mine)).toBeUndefined();
  });

  it('gives way to that of the next download', async () => {
    early.begin(mine, arriving());
    early.begin(modelAt('another'), arriving());
    expect(await early.take(mine)).toBeUndefined();
    expect(await early.take(modelAt('another'))).toBeDefined();
    await vi.waitFor(() => {
      expect(release()).toHaveBeenCalledTimes(1);
    });
  });

  it('is nothing where the files are no model', async () => {
    early.begin(mine, { ...arriving(), files: files.slice(1) });
    expect(await early.take(mine)).toBeUndefined();
  });
});
