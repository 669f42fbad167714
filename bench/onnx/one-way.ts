import { dirname, join } from 'node:path';
import { InferenceSession } from 'onnxruntime-node';
import { openCheckpoint, type ByteFile, type Checkpoint } from '../../src/checkpoint/index.ts';
import { openFolder } from '../../src/engine/node/disk-file.ts';
import { WAYS } from './ways.ts';

const [asked, folder = '', weights] = process.argv.slice(2);
const way = WAYS.find((one) => one === asked);
const said = way === undefined || way === 'nothing' ? [] : await open();
said.push(`at most ${mega(process.resourceUsage().maxRSS * 1024)} resident`);
console.log(said.join(', '));

async function open(): Promise<string[]> {
  const found: string[] = [];
  const files = (await openFolder(folder)).filter(({ name }) => !name.endsWith('.safetensors'));
  let read = 0;
  const counted = files.map((file): ByteFile => {
    if (!file.name.includes('.onnx')) return file;
    return {
      ...file,
      read: (start, end) => {
        read += end - start;
        return file.read(start, end);
      },
    };
  });
  const began = performance.now();
  const checkpoint = await openCheckpoint(counted, undefined, weights === undefined ? {} : { weights });
  if (way !== 'plain session') {
    const size = checkpoint.weightsFiles.reduce((sum, file) => sum + file.size, 0);
    found.push(`opened and edited in ${(performance.now() - began).toFixed(0)} ms`);
    found.push(`${mega(read)} read of ${mega(size)}`, `graph of ${mega(checkpoint.graph.length)}`);
  }
  if (way !== 'edit') {
    const from = performance.now();
    const session = await startSession(checkpoint);
    found.push(`session in ${(performance.now() - from).toFixed(0)} ms`);
    await session.release();
  }
  return found;
}

function startSession({ graph, weightsName }: Checkpoint): Promise<InferenceSession> {
  const path = join(folder, weightsName);
  const options = { logSeverityLevel: 3, intraOpNumThreads: 1 } as const;
  if (way === 'plain session') return InferenceSession.create(path, options);
  const extra = { session: { model_external_initializers_file_folder_path: dirname(path) } };
  return InferenceSession.create(graph, { ...options, extra });
}

function mega(bytes: number): string {
  return `${(bytes / 1e6).toFixed(bytes < 1e7 ? 2 : 0)} MB`;
}
