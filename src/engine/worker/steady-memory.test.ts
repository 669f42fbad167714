import { readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Tensor } from 'onnxruntime-common';
import { beforeAll, describe, expect, it } from 'vitest';
import { openCheckpoint, readWeights, type Checkpoint } from '../../checkpoint/index.ts';
import { memoryFile } from '../../checkpoint/memory-file.fixture.ts';
import { Encoder, encoderShape, tokenBatch } from '../index.ts';
import type { Session } from '../encoder.ts';

const RUNS = 1000;
const folder = new URL('../../graph/fixtures/bert-f32/', import.meta.url);

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

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
      const results = await session.run(feeds, outputs);
      for (const tensor of [...Object.values(feeds), ...Object.values(results)]) live.add(tensor);
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
  let checkpoint: Checkpoint;
  let start: () => Promise<Encoder>;

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
    checkpoint = await openCheckpoint(files);
    start = async () => {
      const session = await InferenceSession.create(checkpoint.graph, {
        executionProviders: ['wasm'],
        externalData: await readWeights(checkpoint.weightsFiles),
        enableMemPattern: false,
      });
      return new Encoder(counted(session), Tensor, encoderShape(checkpoint));
    };
  });

  const run = async (encoder: Encoder, times: number) => {
    for (let i = 0; i < times; i++) {
      const batch = batches[i % batches.length];
      if (batch) await encoder.encode(batch, { reuse: i % 2 === 0 });
    }
  };

  it('leave no tensor behind, and WebAssembly’s memory and JavaScript’s buffers as they were', async () => {
    const encoder = await start();
    await run(encoder, 2 * batches.length);
    collectGarbage();
    const before = { heap: heap(), buffers: process.memoryUsage().arrayBuffers };
    expect(before.heap).toBeGreaterThan(1e6);
    live.clear();
    await run(encoder, RUNS);
    expect(live.size).toBeGreaterThan(RUNS * 2);
    expect(stillLive()).toBe(0);
    live.clear();
    expect(heap()).toBe(before.heap);
    collectGarbage();
    expect(process.memoryUsage().arrayBuffers).toBeLessThan(before.buffers + 1e6);
    await encoder.release();
  }, 60_000);

  it('leave room for a second model to come and go as often as it likes', async () => {
    const first = await start();
    const comeAndGo = async () => {
      const second = await start();
      await run(second, 5);
      await second.release();
    };
    await comeAndGo();
    const before = heap();
    for (let i = 0; i < 50; i++) await comeAndGo();
    expect(heap()).toBe(before);
    await first.release();
  }, 60_000);
});
