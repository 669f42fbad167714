import type { Tensor, TensorConstructor } from 'onnxruntime-common';
import { seeded } from '../../src/core/random.ts';
import { tokenBatch, type Encoder } from '../../src/engine/index.ts';
import { GEMMS } from './gemm-graph.ts';

/** Where the program's batches are about as fast as they get. */
export const SENTENCES = 8;
export const LENGTH = 32;
/** Runs in a row that one measurement is the mean of. */
const RUNS = 20;

/** An encoder, with every hidden state, against nothing but its matrix products; milliseconds for a batch. */
export interface Contest {
  encoder(): Promise<number>;
  gemms(): Promise<number>;
}

/** What is needed of onnxruntime's InferenceSession. */
interface Products {
  run(feeds: Record<string, Tensor>): Promise<Readonly<Record<string, Tensor>>>;
}

export interface Contestants {
  readonly encoder: Encoder;
  readonly gemms: Products;
  readonly Tensor: TensorConstructor;
  readonly dims: number;
}

export function contestOf({ encoder, gemms, Tensor, dims }: Contestants): Contest {
  const random = seeded(1);
  const ids = Array.from({ length: SENTENCES }, () =>
    Uint32Array.from({ length: LENGTH }, () => 1000 + Math.floor(random() * 20_000)),
  );
  const batch = tokenBatch(ids);
  const rows = Float32Array.from({ length: SENTENCES * LENGTH * dims }, () => 2 * random() - 1);
  const feeds = { [GEMMS.in]: new Tensor('float32', rows, [SENTENCES * LENGTH, dims]) };
  return {
    // as a pass over a text does
    encoder: () => mean(() => encoder.encode(batch, { reuse: true })),
    gemms: () =>
      mean(async () => {
        const { [GEMMS.out]: product } = await gemms.run(feeds);
        // a product that ran into infinities would be no honest ceiling
        const data = await product?.getData();
        if (!(data instanceof Float32Array) || !data.every(Number.isFinite))
          throw new Error('The products are not finite.');
        product?.dispose();
      }),
  };
}

async function mean(run: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  for (let i = 0; i < RUNS; i++) await run();
  return (performance.now() - began) / RUNS;
}
