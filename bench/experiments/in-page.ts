/** A worker in which experiments run as on the page; sets the global `bench`. */
import { openCheckpoint } from '../../src/checkpoint/index.ts';
import { tokenizerOf } from '../../src/engine/index.ts';
import { createEncoder, graphRuntime, wasmRuntime } from '../../src/engine/worker/runtime.ts';
import { fetchFolder } from '../shared/fetch-folder.ts';
import { probe, tasksOf, type TaskData, type TaskModel, type TaskName, type Tasks } from './tasks.ts';

let model: TaskModel | undefined;
let tasks: Tasks | undefined;

async function load(folder: string, threads: number): Promise<void> {
  const checkpoint = await openCheckpoint(await fetchFolder(folder));
  const runtime = await wasmRuntime(threads);
  const encoder = await createEncoder(runtime, checkpoint, folder);
  model = { encoder, tokenizer: tokenizerOf(checkpoint), runtime: graphRuntime(runtime) };
}

function give(data: TaskData): void {
  if (!model) throw new Error('No model is loaded.');
  tasks = tasksOf(model, data, { enough: () => false });
}

Object.assign(globalThis, {
  bench: {
    load,
    give,
    task: (name: TaskName) => tasks?.task(name),
    encoder: (name: TaskName) => tasks?.encoder(name),
    tokens: (name: TaskName) => tasks?.tokens(name),
    probe: (sentences: readonly string[], told: number) => model && probe(model, sentences, told),
  },
});
