import { readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Tensor } from 'onnxruntime-common';
import { beforeAll, describe, expect, it } from 'vitest';
import { openCheckpoint, readWeights, type OpenOptions } from '../../checkpoint/index.ts';
import { memoryFile } from '../../checkpoint/memory-file.fixture.ts';
import { seeded } from '../../core/random.ts';
import { PRODUCT, writeProductGraph } from '../../graph/index.ts';
import { Algebra } from '../algebra.ts';
import type { Session } from '../encoder.ts';
import {
  chainSessions,
  Encoder,
  encoderShape,
  tokenBatch,
  type GraphRuntime,
  type TokenBatch,
} from '../index.ts';
import { ProbeTrainer } from '../probe.ts';
import { runSession } from '../run-session.ts';

const RUNS = 1000;
const folder = new URL('../../graph/fixtures/bert-f32/', import.meta.url);

setFlagsFromString('--expose-gc');
const gc = runInNewContext('gc') as () => void;
/** Buffers are swept by another thread, after the collection that found them unused. */
async function collectGarbage(): Promise<void> {
  for (let time = 0; time < 3; time++) {
    gc();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** WebAssembly's memories, as the runtime makes them. */
const memories = new Set<WebAssembly.Memory>();
const heap = () => [...memories].reduce((sum, { buffer }) => sum + buffer.byteLength, 0);

/** Tensors that came into a session or out of it and were not let go of. */
const live = new Set<Tensor>();
function counted(session: Session): Session {
  return {
    inputNames: session.inputNames,
    outputNames: session.outputNames,
    release: () => session.release(),
    run: async (feeds, outputs) => {
      for (const tensor of Object.values(feeds)) live.add(tensor);
      const results = await session.run(feeds, outputs);
      for (const tensor of Object.values(results)) live.add(tensor);
      return results;
    },
  };
}
const stillLive = () => [...live].filter(({ location }) => location !== 'none').length;

/** Batches of many shapes: of every length up to the model's longest, with padding. */
const batches = Array.from({ length: 38 }, (_, i) =>
  tokenBatch([
    Uint32Array.from({ length: i + 2 }, (_id, token) => 5 + token),
    Uint32Array.of(5, 6),
    ...(i % 3 === 0 ? [Uint32Array.of(7, 8, 9)] : []),
  ]),
);

describe('a thousand runs in the page’s own runtime', () => {
  let start: (options?: OpenOptions) => Promise<Encoder>;
  /** The same runtime for graphs without weights, whose tensors are counted, too. */
  let runtime: GraphRuntime;

  beforeAll(async () => {
    WebAssembly.Memory = new Proxy(WebAssembly.Memory, {
      construct: (Memory, [descriptor]: [WebAssembly.MemoryDescriptor]) => {
        const memory = new Memory(descriptor);
        memories.add(memory);
        return memory;
      },
    });
    const { env, InferenceSession, Tensor } = await import('onnxruntime-web/wasm');
    env.wasm.numThreads = 1;
    const files = ['config.json', 'tokenizer.json', 'model.safetensors'].map((name) =>
      memoryFile(name, new Uint8Array(readFileSync(new URL(name, folder)))),
    );
    start = async (options = {}) => {
      const checkpoint = await openCheckpoint(files, undefined, options);
      const externalData = await readWeights(checkpoint.weightsFiles);
      const session = await chainSessions(checkpoint.graphParts, async ({ graph }) =>
        counted(
          await InferenceSession.create(graph, {
            executionProviders: ['wasm'],
            externalData,
            enableMemPattern: false,
          }),
        ),
      );
      return new Encoder(session, Tensor, encoderShape(checkpoint));
    };
    const create = async (graph: Uint8Array) =>
      counted(
        await InferenceSession.create(graph, { executionProviders: ['wasm'], enableMemPattern: false }),
      );
    runtime = { Tensor, create };
  });

  /** Holds something done a thousand times, for the shapes of all batches, to what it leaves behind: nothing. */
  const expectSteady = async (once: (batch: TokenBatch, i: number) => Promise<unknown>) => {
    const times = async (count: number) => {
      for (let i = 0; i < count; i++) {
        const batch = batches[i % batches.length];
        if (batch) await once(batch, i);
      }
    };
    await times(2 * batches.length);
    await collectGarbage();
    const before = { heap: heap(), buffers: process.memoryUsage().arrayBuffers };
    expect(before.heap).toBeGreaterThan(1e6);
    live.clear();
    await times(RUNS);
    expect(live.size).toBeGreaterThan(RUNS * 2);
    expect(stillLive()).toBe(0);
    live.clear();
    expect(heap()).toBe(before.heap);
    await collectGarbage();
    expect(process.memoryUsage().arrayBuffers).toBeLessThan(before.buffers + 1e6);
  };

  it('leave no tensor behind, and WebAssembly’s memory and JavaScript’s buffers as they were', async () => {
    const encoder = await start();
    await expectSteady((batch, i) => encoder.encode(batch, { reuse: i % 2 === 0 }));
    await encoder.release();
  }, 60_000);

  it('of layers in sessions of their own, as a large network has them, leave nothing behind', async () => {
    const encoder = await start({ leastBytes: 0 });
    await expectSteady((batch, i) => encoder.encode(batch, { reuse: i % 2 === 0 }));
    await encoder.release();
  }, 60_000);

  it('of the masked-word head leave nothing behind', async () => {
    const encoder = await start({ maskedWords: true });
    const place = { sentence: 0, token: 1 };
    await expectSteady((batch, i) => encoder.maskedLogits(batch, i % 2 === 0 ? [place] : [place, place]));
    await encoder.release();
  }, 60_000);

  it('that tell what states are made of leave nothing behind', async () => {
    const encoder = await start({ terms: true });
    await expectSteady((batch, i) => encoder.terms(batch, i % 2 === 0 ? [3] : [3, 5]));
    await encoder.release();
  }, 60_000);

  it('of products of matrices leave nothing behind', async () => {
    const algebra = new Algebra(runtime);
    await expectSteady(async ({ tokens }) => {
      const matrix = { rows: tokens, columns: 8, data: new Float32Array(tokens * 8).fill(1) };
      await algebra.product(matrix, matrix);
      await algebra.gram(matrix);
    });
    await algebra.release();
  }, 60_000);

  it('of a probe that learns leave nothing behind', async () => {
    const trainer = new ProbeTrainer(runtime);
    await expectSteady(async ({ tokens }) => {
      const rows = { rows: tokens, columns: 8, data: new Float32Array(tokens * 8).fill(1) };
      const labels = Uint32Array.from({ length: tokens }, (_, i) => i % 3);
      await trainer.train({ rows, labels, classes: 3 }, { epochs: 1, random: seeded(1) });
    });
    await trainer.release();
  }, 60_000);

  it('that fail leave nothing behind', async () => {
    const encoder = await start();
    const algebra = new Algebra(runtime);
    const narrow = { rows: 1, columns: 1, data: Float32Array.of(1) };
    await expectSteady(async ({ tokens }, i) => {
      const unknown = tokenBatch([Uint32Array.from({ length: tokens }, () => 1_000_000)]);
      const wide = { rows: tokens, columns: 3, data: new Float32Array(tokens * 3) };
      const failing = i % 2 === 0 ? encoder.encode(unknown) : algebra.product(wide, narrow);
      await expect(failing).rejects.toMatchObject({ code: 'run' });
    });
    await encoder.release();
    await algebra.release();
  }, 60_000);

  it('whose results are not what was asked for leave nothing behind', async () => {
    const session = await runtime.create(writeProductGraph());
    const feeds = () => {
      const matrix = () => new runtime.Tensor('float32', Float32Array.of(1, 2), [1, 2]);
      return { [PRODUCT.left]: matrix(), [PRODUCT.right]: matrix() };
    };
    await expectSteady(() =>
      expect(
        runSession(session, feeds(), [PRODUCT.out], () => Promise.reject(new TypeError('not this'))),
      ).rejects.toMatchObject({ code: 'run' }),
    );
    await session.release();
  }, 60_000);

  it('leave room for a second model to come and go as often as it likes', async () => {
    const first = await start();
    const comeAndGo = async () => {
      const second = await start();
      for (const batch of batches.slice(0, 5)) await second.encode(batch);
      await second.release();
    };
    await comeAndGo();
    const before = heap();
    for (let i = 0; i < 50; i++) await comeAndGo();
    expect(heap()).toBe(before);
    await first.release();
  }, 60_000);
});
