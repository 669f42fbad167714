import { availableParallelism } from 'node:os';
import { basename, dirname, resolve } from 'node:path';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { openCheckpoint, type Checkpoint } from '../../checkpoint/index.ts';
import { TailscopeError } from '../../core/error.ts';
import type { GraphOptions } from '../../graph/index.ts';
import { Encoder, describe, encoderShape, tokenizerOf, type Model } from '../index.ts';
import { nodeRuntime } from './node-runtime.ts';
import { openFolder } from './disk-file.ts';
import { sha256OfFiles } from './sha256-of-files.ts';

export interface NodeModel extends Model {
  /** Of the weights' files, one after another, in hexadecimal. */
  readonly sha256: string;
}

export interface LoadOptions {
  /** Default: as many as there are cores. */
  readonly threads?: number;
  /** With the head that guesses masked words; default false. */
  readonly maskedWords?: boolean;
  /** Which of its weights, by their path or its last part; see openCheckpoint for the default. */
  readonly weights?: string;
  /** What the model is called; its folder's name when left out. */
  readonly id?: string;
}

/**
 * Loads a checkpoint from a folder into onnxruntime-node. The runtime maps the weights from disk
 * itself: they never pass through JavaScript.
 * @throws TailscopeError with a code that says what of the folder does not fit
 */
export async function loadModel(folder: string, options: LoadOptions = {}): Promise<NodeModel> {
  const threads = options.threads ?? availableParallelism();
  const id = options.id ?? basename(resolve(folder));
  const open = <T>(read: (checkpoint: Checkpoint) => Promise<T>, graph: GraphOptions = {}) =>
    withCheckpoint(folder, { ...options, ...graph }, read);
  const start = async (checkpoint: Checkpoint) => {
    const [first] = pathsOf(folder, checkpoint);
    const session = await createSession(checkpoint, dirname(first ?? folder), id, threads);
    return new Encoder(session, Tensor, encoderShape(checkpoint));
  };
  return open(async (checkpoint) => ({
    info: describe(checkpoint, id, { provider: 'node', threads }),
    encoder: await start(checkpoint),
    tokenizer: tokenizerOf(checkpoint),
    sha256: await sha256OfFiles(pathsOf(folder, checkpoint)),
    runtime: nodeRuntime(threads),
    reopen: { checkpoint: (read) => open(read), encoder: (graph) => open(start, graph) },
  }));
}

/** Opens a folder's checkpoint for as long as it is used. */
async function withCheckpoint<T>(
  folder: string,
  options: LoadOptions & GraphOptions,
  read: (checkpoint: Checkpoint) => Promise<T>,
): Promise<T> {
  const files = await openFolder(folder);
  try {
    return await read(await openCheckpoint(files, undefined, options));
  } finally {
    await Promise.all(files.map((file) => file.close()));
  }
}

const pathsOf = (folder: string, { weightsFiles }: Checkpoint): string[] =>
  weightsFiles.map(({ name }) => resolve(folder, name));

async function createSession(
  { graph }: Checkpoint,
  weightsFolder: string,
  id: string,
  threads: number,
): Promise<InferenceSession> {
  try {
    return await InferenceSession.create(graph, {
      intraOpNumThreads: threads,
      logSeverityLevel: 3,
      // every batch has a shape of its own: plans kept by shape would only pile up
      enableMemPattern: false,
      extra: { session: { model_external_initializers_file_folder_path: weightsFolder } },
    });
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    throw TailscopeError.of('session', { model: id, message }, cause);
  }
}
