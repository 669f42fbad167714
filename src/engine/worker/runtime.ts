import type { Env, InferenceSession, TensorConstructor } from 'onnxruntime-common';
import type { Checkpoint, PartialGraph } from '../../checkpoint/index.ts';
import { TailscopeError } from '../../core/error.ts';
import { writeProductGraph } from '../../graph/index.ts';
import {
  chainSessions,
  Encoder,
  encoderShape,
  KeptStates,
  type GraphRuntime,
  type Session,
} from '../index.ts';
import { diagnoseFiles, type OrtFiles } from './ort-diagnosis.ts';
import { WASM_FILES, WEBGPU_FILES } from './ort-files.ts';
import { byPlace } from './by-place.ts';
import { sessionOnDevice } from './session-on-device.ts';
import { SpentWeights, wholeWeights, type Weights } from './spent-weights.ts';

/** Bytes of hidden states that a model keeps for the experiment after. */
const KEPT = 100e6;

/** One build of onnxruntime-web, set up once: its threads and addresses cannot change afterwards. */
export interface Runtime {
  readonly env: Env;
  readonly Tensor: TensorConstructor;
  readonly sessions: {
    create: (graph: Uint8Array, options: InferenceSession.SessionOptions) => Promise<InferenceSession>;
  };
  readonly files: OrtFiles;
  readonly provider: 'wasm' | 'webgpu';
  /** One that is to be computed on; the runtime's own choice when left out. It goes with the session made on it. */
  readonly device?: GPUDevice;
}

/**
 * Ready to make sessions: its megabytes are compiled by then, beside whatever else is waited for.
 * @throws TailscopeError("runtime-missing")
 */
export async function wasmRuntime(threads: number): Promise<Runtime> {
  const { env, InferenceSession, Tensor } = await importing(import('onnxruntime-web/wasm'));
  const parts = { env, Tensor, sessions: InferenceSession, files: WASM_FILES, provider: 'wasm' } as const;
  const runtime = setUp(parts, threads);
  try {
    const session = await graphRuntime(runtime).create(writeProductGraph());
    await session.release();
  } catch {
    // whoever makes a session with weights is told what is missing
  }
  return runtime;
}

/** @throws TailscopeError("runtime-missing") */
export async function webgpuRuntime(device?: GPUDevice): Promise<Runtime> {
  const { env, InferenceSession, Tensor } = await importing(import('onnxruntime-web/webgpu'));
  const parts = { env, Tensor, sessions: InferenceSession, files: WEBGPU_FILES, provider: 'webgpu' } as const;
  return setUp({ ...parts, ...(device && { device }) }, 1);
}

/** A browser remembers a module that did not come, so the worker is to be replaced: see the client. */
async function importing<T>(module: Promise<T>): Promise<T> {
  try {
    return await module;
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    // browsers name the address in different words
    const file = /[^/\s]+\.m?js/.exec(message)?.[0] ?? 'onnxruntime-web';
    throw TailscopeError.of('runtime-missing', { file, found: 'nothing' }, cause);
  }
}

function setUp(runtime: Runtime, threads: number): Runtime {
  const { wasm } = runtime.env;
  wasm.numThreads = threads;
  wasm.wasmPaths = { ...runtime.files };
  runtime.env.logLevel = 'error';
  return runtime;
}

/** How sessions are made beside other work of the runtime: each is made in a turn of its own. */
export type InTurn = <T>(make: () => Promise<T>) => Promise<T>;

/**
 * Hands the weights to a new session. The runtime copies them into its own memory; once this returns,
 * nothing here refers to them any more.
 * @param inTurn at once when left out
 * @throws TailscopeError("runtime-missing" | "session")
 */
export async function createEncoder(
  runtime: Runtime,
  checkpoint: Checkpoint,
  id: string,
  inTurn: InTurn = (make) => make(),
): Promise<Encoder> {
  try {
    const session = await createSession(runtime, checkpoint, inTurn);
    return new Encoder(session, runtime.Tensor, encoderShape(checkpoint), {}, new KeptStates(KEPT));
  } catch (cause) {
    if (cause instanceof TailscopeError) throw cause; // of a file that could not be read
    const message = cause instanceof Error ? cause.message : String(cause);
    throw (await diagnoseFiles(runtime.files)) ?? TailscopeError.of('session', { model: id, message }, cause);
  }
}

/** A checkpoint's graphs as this runtime computes them, one after another. */
export function graphsOn(
  { provider }: Pick<Runtime, 'provider'>,
  { graphParts, graphicsGraph }: Checkpoint,
): readonly PartialGraph[] {
  return provider === 'webgpu' ? [{ graph: graphicsGraph }] : graphParts;
}

/** What a session is to be computed by, as the runtime is told. */
export function providersOf({
  provider,
  device,
}: Pick<Runtime, 'provider' | 'device'>): InferenceSession.ExecutionProviderConfig[] {
  return [device ? { name: 'webgpu', device } : provider];
}

/** Of a session's matrices: its products are then half as slow again. */
const AS_THEY_CAME = { session: { disable_prepacking: '1' } };

async function createSession(runtime: Runtime, checkpoint: Checkpoint, inTurn: InTurn): Promise<Session> {
  const { sessions, device, provider } = runtime;
  const { weightsFiles } = checkpoint;
  const create = async (weights: Weights) => {
    const session = await chainSessions(
      graphsOn(runtime, checkpoint),
      async ({ graph, tensors }, { last }) => {
        await weights.read(tensors);
        return inTurn(() =>
          sessions.create(graph, {
            executionProviders: providersOf(runtime),
            externalData: weights.externalData,
            logSeverityLevel: 3,
            // every batch has a shape of its own: plans kept by shape would only pile up
            enableMemPattern: false,
            // each session's matrices are rearranged in the room that those of the one before left: the last
            // would leave it empty for good, so its own stay there as they came
            ...(last && provider === 'wasm' && { extra: AS_THEY_CAME }),
          }),
        );
      },
      byPlace(weightsFiles),
    );
    return device ? sessionOnDevice(session, device) : session;
  };
  const weights = new SpentWeights(weightsFiles);
  try {
    return await create(weights);
  } catch (error) {
    // a graph of another hand may have the runtime look at a weight twice
    if (!weights.wereAskedAgain) throw error;
    return create(await wholeWeights(weightsFiles));
  }
}

/** The same runtime for graphs without weights. */
export function graphRuntime(runtime: Runtime): GraphRuntime {
  return {
    Tensor: runtime.Tensor,
    create: async (graph) => {
      try {
        return await runtime.sessions.create(graph, {
          executionProviders: providersOf(runtime),
          logSeverityLevel: 3,
          enableMemPattern: false,
        });
      } catch (cause) {
        const message = cause instanceof Error ? cause.message : String(cause);
        throw TailscopeError.of('session', { model: 'tailscope', message }, cause);
      }
    },
  };
}
