import { readdir, readFile } from 'node:fs/promises';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import * as v from 'valibot';
import {
  openCheckpoint,
  readWeights,
  type ByteFile,
  type Checkpoint,
  type OpenOptions,
} from '../../src/checkpoint/index.ts';
import { readReferenceFile } from '../../src/checkpoint/reference-file.fixture.ts';
import { chainSessions, type Session } from '../../src/engine/index.ts';
import type { Candidate } from './measure-errors.ts';
import { rewrite, type Precision } from './precision.ts';

const Index = v.looseObject({ weight_map: v.record(v.string(), v.string()) });
const same = (name: string): string => name;

const FIXTURES = new URL('../../src/graph/fixtures/', import.meta.url);

export function byteFile(name: string, bytes: Uint8Array<ArrayBuffer>): ByteFile {
  return { name, size: bytes.length, read: (start, end) => Promise.resolve(bytes.slice(start, end)) };
}

export interface FixtureOptions {
  /** The format of its weights, instead of the one they are saved in. */
  readonly precision?: Precision;
  /** Other names for its tensors, in an index of shards as well. */
  readonly rename?: (tensor: string) => string;
}

/** All files of a checkpoint that models/fixtures wrote, its reference values among them. */
export async function fixtureFiles(
  name: string,
  { precision, rename = same }: FixtureOptions = {},
): Promise<ByteFile[]> {
  const folder = new URL(`${name}/`, FIXTURES);
  return Promise.all(
    (await readdir(folder)).map(async (file) => {
      const bytes = new Uint8Array(await readFile(new URL(file, folder)));
      if (file.startsWith('model') && file.endsWith('.safetensors'))
        return byteFile(file, rewrite(bytes, precision, rename));
      return byteFile(file, file.endsWith('.index.json') ? renameIndex(bytes, rename) : bytes);
    }),
  );
}

function renameIndex(bytes: Uint8Array, rename: (name: string) => string): Uint8Array<ArrayBuffer> {
  const { weight_map: map, ...rest } = v.parse(Index, JSON.parse(new TextDecoder().decode(bytes)));
  const renamed = Object.fromEntries(Object.entries(map).map(([name, shard]) => [rename(name), shard]));
  return new TextEncoder().encode(JSON.stringify({ ...rest, weight_map: renamed }));
}

export interface OpenFixture extends Candidate {
  readonly checkpoint: Checkpoint;
  readonly session: Session;
}

/** A fixture in onnxruntime-node. */
export async function openFixture(
  files: readonly ByteFile[],
  options: OpenOptions = {},
): Promise<OpenFixture> {
  const checkpoint = await openCheckpoint(files, undefined, options);
  const externalData = await readWeights(checkpoint.weightsFiles);
  const session = await chainSessions(checkpoint.graphParts, ({ graph }) =>
    InferenceSession.create(graph, { externalData }),
  );
  const file = files.find((each) => each.name === 'reference.safetensors');
  if (!file) throw new Error('the fixture has no reference values');
  return { checkpoint, session, Tensor, reference: await readReferenceFile(file) };
}
