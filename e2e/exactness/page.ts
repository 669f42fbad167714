/**
 * Runs a fixture checkpoint through onnxruntime-web in this browser, as the worker does, and writes,
 * as JSON into the page, how far its hidden states are from PyTorch's. The address says what to run:
 * `?provider=wasm&threads=2&checkpoint=bert-f32`, or `&bundled=ID` for a model that comes with the page.
 */
import { openCheckpoint, readWeights, type ByteFile } from '../../src/checkpoint/index.ts';
import { readReferenceFile, type ReferenceFile } from '../../src/checkpoint/reference-file.fixture.ts';
import { wasmRuntime, webgpuRuntime, type Runtime } from '../../src/engine/worker/runtime.ts';
import { hiddenName } from '../../src/graph/index.ts';
import { largestError } from '../../scripts/exactness/largest-error.ts';

const asked = new URLSearchParams(location.search);
const bundled = asked.get('bundled');
const fixture = `/src/graph/fixtures/${asked.get('checkpoint') ?? ''}`;
const folder = bundled === null ? fixture : `/models/${bundled}`;
const referencePath =
  bundled === null
    ? `${fixture}/reference.safetensors`
    : `/src/engine/node/fixtures/bundled/${bundled}.safetensors`;

async function file(name: string): Promise<ByteFile> {
  const response = await fetch(name);
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  return {
    name,
    size: bytes.length,
    read: (start, end) => Promise.resolve(bytes.slice(start, end)),
  };
}

/** The inputs that the reference values were computed from, with nothing cut and positions as they are. */
function inputs({ Tensor }: Runtime, reference: ReferenceFile, keep: readonly [number, number]) {
  const ints = (name: string) => new Tensor('int64', reference.ints(name), reference.shape(name));
  return {
    input_ids: ints('input_ids'),
    attention_mask: ints('attention_mask'),
    token_type_ids: ints('token_type_ids'),
    position_ids: ints('position_ids'),
    position_scale: new Tensor('float32', Float32Array.of(1), [1]),
    keep: new Tensor('float32', new Float32Array(keep[0] * keep[1]).fill(1), keep),
  };
}

async function measure() {
  const checkpoint = await openCheckpoint(
    await Promise.all(
      ['config.json', 'tokenizer.json', 'model.safetensors'].map((name) => file(`${folder}/${name}`)),
    ),
  );
  const reference = await readReferenceFile(await file(referencePath));
  const onGpu = asked.get('provider') === 'webgpu';
  const runtime = await (onGpu ? webgpuRuntime() : wasmRuntime(Number(asked.get('threads'))));
  const { weightsFiles, graph, config } = checkpoint;
  const externalData = await readWeights(weightsFiles);
  const session = await runtime.sessions.create(graph, {
    executionProviders: [runtime.provider],
    externalData,
  });
  const whole = inputs(runtime, reference, [config.layers + 1, config.dims]);
  const { Tensor } = runtime;
  const mask = reference.ints('attention_mask');
  const error = async (expected: string, changed: Partial<typeof whole>) => {
    const results = await session.run({ ...whole, ...changed });
    const layers = Array.from({ length: config.layers + 1 }, (_, layer) => results[hiddenName(layer)]?.data);
    return largestError(layers, reference.floats(expected), mask);
  };
  const plain = {
    threads: runtime.env.wasm.numThreads,
    padding: mask.filter((bit) => bit === 0n).length,
    plain: await error('plain', {}),
  };
  // what is larger than a fixture has no more than the plain states beside it
  if (bundled !== null) return plain;
  return {
    ...plain,
    kept: await error('kept', {
      keep: new Tensor('float32', reference.floats('keep'), reference.shape('keep')),
    }),
    withoutPositions: await error('without_positions', {
      position_scale: new Tensor('float32', Float32Array.of(0), [1]),
    }),
  };
}

const status = document.querySelector('[role=status]');
try {
  const result = await measure();
  if (status) status.textContent = JSON.stringify(result);
} catch (error) {
  if (status) status.textContent = JSON.stringify({ failed: String(error) });
}
