import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { memoryFile } from '../../checkpoint/memory-file.fixture.ts';
import { damagedBytes } from '../../graph/edit/damaged-bytes.fixture.ts';
import { editExport, readOutline } from '../../graph/index.ts';

const fixtures = fileURLToPath(new URL('../../graph/edit/fixtures/', import.meta.url));
const script = fileURLToPath(new URL('testing/run-folders.ts', import.meta.url));
/** Of each form, damaged graphs that editing accepts; the seed makes them the same in every run. */
const EACH = 10;
const SEED = 7;
/** Milliseconds that one graph may take to be loaded and run. */
const LIMIT = 20_000;
const SIZES = { layers: 2, dims: 16, vocabulary: 78, maxPositions: 40, tokenTypes: 2 };

/** The graph that is made of an export; undefined of one that is refused. */
async function edited(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array | undefined> {
  try {
    const outline = await readOutline(memoryFile('model.onnx', bytes), 'model.onnx');
    return editExport(outline, { sizes: SIZES, files: new Map([['model.onnx', bytes.length]]) }).graph;
  } catch {
    return undefined; // what is refused is told in graph/edit/refused.test.ts
  }
}

/** Damaged exports of a fixture that are accepted all the same, though what is made of them is another graph. */
async function accepted(name: string): Promise<Uint8Array[]> {
  const whole = new Uint8Array(readFileSync(join(fixtures, `${name}.onnx`)));
  const sound = await edited(whole);
  const found: Uint8Array[] = [];
  for (const bytes of fc.sample(damagedBytes(whole), { numRuns: 3000, seed: SEED })) {
    const graph = await edited(bytes);
    if (graph && sound && Buffer.compare(graph, sound) !== 0) found.push(bytes);
    if (found.length === EACH) break;
  }
  return found;
}

/** A folder for each, with the small files of the network beside it. */
function foldersOf(name: string, exports: readonly Uint8Array[]): string[] {
  const root = mkdtempSync(join(tmpdir(), 'tailscope-'));
  return exports.map((bytes, i) => {
    const folder = join(root, String(i));
    mkdirSync(folder);
    for (const file of ['config.json', 'tokenizer.json'])
      cpSync(join(fixtures, name.split('/')[0] ?? '', file), join(folder, file));
    writeFileSync(join(folder, 'model.onnx'), bytes);
    return folder;
  });
}

/** What comes of each folder; of one that ends the process or that takes too long, that. */
async function outcomesOf(folders: readonly string[]): Promise<string[]> {
  const outcomes: string[] = [];
  while (outcomes.length < folders.length) {
    const ended = await runFrom(folders.slice(outcomes.length), outcomes);
    if (outcomes.length < folders.length) outcomes.push(ended);
  }
  return outcomes;
}

/** @returns how the process ended */
function runFrom(folders: readonly string[], outcomes: string[]): Promise<string> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--import', 'tsx', script, ...folders], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const late = () => setTimeout(() => child.kill('SIGKILL'), LIMIT);
    let timer = late();
    createInterface({ input: child.stdout }).on('line', (line) => {
      outcomes.push(line);
      clearTimeout(timer);
      timer = late();
    });
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      resolve(`ended with ${signal ?? String(code)}`);
    });
  });
}

it.each([
  'bert/trace11.f32',
  'bert/trace11.int8',
  'bert/trace14.fused-fp16',
  'bert/export.f32',
  'albert/trace17.f32',
])(
  'a damaged %s that is accepted gives hidden states or an error of the runtime, and soon',
  async (name) => {
    const exports = await accepted(name);
    expect(exports).toHaveLength(EACH);
    const outcomes = await outcomesOf(foldersOf(name, exports));
    for (const outcome of outcomes) expect(['states', 'session', 'run']).toContain(outcome);
  },
  (EACH + 2) * LIMIT,
);
