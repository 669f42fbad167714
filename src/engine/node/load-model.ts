import { availableParallelism } from 'node:os';
import { basename, dirname, resolve } from 'node:path';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { openCheckpoint, type Checkpoint } from '../../checkpoint/index.ts';
import { TailscopeError } from '../../core/error.ts';
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
}

/**
 * Loads a checkpoint from a folder into onnxruntime-node. The runtime maps the weights from disk
 * itself: they never pass through JavaScript.
 * @throws TailscopeError with a code that says what of the folder does not fit
 */
export async function loadModel(folder: string, options: LoadOptions = {}): Promise<NodeModel> {
  const threads = options.threads ?? availableParallelism();
  const id = basename(resolve(folder));
  const files = await openFolder(folder);
  try {
    const checkpoint = await openCheckpoint(files, undefined, options);
    const paths = checkpoint.weightsFiles.map(({ name }) => resolve(folder, name));
    const session = await createSession(checkpoint, dirname(paths[0] ?? folder), id, threads);
    return {
      info: describe(checkpoint, id, { provider: 'node', threads }),
      encoder: new Encoder(session, Tensor, encoderShape(checkpoint)),
      tokenizer: tokenizerOf(checkpoint),
      sha256: await sha256OfFiles(paths),
      runtime: nodeRuntime(threads),
    };
  } finally {
    await Promise.all(files.map((file) => file.close()));
  }
}

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
