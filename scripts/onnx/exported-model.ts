import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { memoryFile } from '../../src/checkpoint/memory-file.fixture.ts';
import { readModelConfig } from '../../src/checkpoint/model-config-file.ts';
import { readReferenceFile, type ReferenceFile } from '../../src/checkpoint/reference-file.fixture.ts';
import {
  editExport,
  readOutline,
  type EditedGraph,
  sizesOf,
  type EncoderSizes,
} from '../../src/graph/edit/index.ts';
import type { GraphOptions } from '../../src/graph/index.ts';
import { runReference } from '../exactness/unedited-difference.ts';

export const LEVELS = ['disabled', 'basic', 'extended', 'layout', 'all'] as const;
export type Level = (typeof LEVELS)[number];

/** An .onnx file of models/onnx_fixtures, with the files that hold its weights and what is known of it. */
export interface ExportedModel {
  readonly name: string;
  readonly files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
  readonly sizes: EncoderSizes;
  readonly reference: ReferenceFile;
}

export async function readExport(folder: string, name: string): Promise<ExportedModel> {
  const read = (file: string) => new Uint8Array(readFileSync(join(folder, file)));
  const names = readdirSync(folder).filter((other) => other === name || other === `${name}_data`);
  const config: unknown = JSON.parse(readFileSync(join(folder, 'config.json'), 'utf8'));
  return {
    name,
    files: new Map(names.map((file) => [file, read(file)])),
    sizes: sizesOf(readModelConfig(config)),
    reference: await readReferenceFile(memoryFile('reference.safetensors', read('reference.safetensors'))),
  };
}

export function bytesOf({ name, files }: ExportedModel): Uint8Array<ArrayBuffer> {
  const bytes = files.get(name);
  if (!bytes) throw new Error(`there is no ${name}`);
  return bytes;
}

export async function edit(model: ExportedModel, options: GraphOptions = {}): Promise<EditedGraph> {
  const { name, files, sizes } = model;
  const outline = await readOutline(memoryFile(name, bytesOf(model)), name);
  return editExport(outline, {
    sizes,
    files: new Map([...files].map(([file, { length }]) => [file, length])),
    ...options,
  });
}

/** A session of an export, edited or as it is. */
export function sessionOf(
  model: ExportedModel,
  edited: EditedGraph | undefined,
  level: Level,
): Promise<InferenceSession> {
  const externalData = [...model.files]
    .filter(([file]) => (edited ? edited.locations.includes(file) : file !== model.name))
    .map(([path, data]) => ({ path, data }));
  return InferenceSession.create(edited?.graph ?? bytesOf(model), {
    externalData,
    graphOptimizationLevel: level,
    logSeverityLevel: 4,
    intraOpNumThreads: 1,
  });
}

/** What a session gives for the reference's batch; see runReference. */
export function run(
  session: InferenceSession,
  { reference }: ExportedModel,
  output: string,
  keep?: Float32Array,
): Promise<Float32Array> {
  return runReference({ session, Tensor, reference }, output, keep);
}
