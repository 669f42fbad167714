/**
 * `npm run bench:tails -- FOLDER SENTENCES [rounds]`: the command `measure tails` against a Python script with
 * transformers and NumPy that finds the same figures (tails.py), two threads each, on the first 10,000
 * sentences. Python batches as it is usually written, in the order of the file, and sorted by length.
 * Each is a process; what is compared is from its imports on: reading, loading, computing. PYTHON names the
 * interpreter.
 */
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { readData } from '../../src/cli/read-data.ts';
import { alternate, ratios } from '../shared/alternate.ts';
import { describeMachine } from '../shared/machine.ts';
import { describeOtherWork } from '../shared/other-work.ts';
import { describeSpread, spreadOf } from '../shared/quartiles.ts';
import { largestDifference, PythonReport, TailsReport, type LayerFigures } from './reports.ts';

const SENTENCES = 10_000;
const THREADS = '2';
/** Sentences a batch in Python: of 16 to 128 the fastest of either order, on two cores. */
const BATCH = { file: '32', sorted: '128' } as const;
const LEAST = { 'in file order': 2.2, sorted: 1.0 } as const;
/** Of a share of the vectors: a few whose two smallest elements are equal but for rounding. */
const MOST_DIFFERENCE = 1e-3;
const root = fileURLToPath(new URL('../../', import.meta.url));

const [folder, data, rounds = '3'] = process.argv.slice(2);
if (folder === undefined || data === undefined)
  throw new Error('Name the folder of a checkpoint and a file of sentences.');

console.log(describeMachine());
const scratch = await mkdtemp(join(tmpdir(), 'tailscope-bench-'));
try {
  const { sentences } = await readData({
    data: { kind: 'file', path: data },
    column: undefined,
    limit: SENTENCES,
  });
  const file = join(scratch, 'sentences.txt');
  await writeFile(file, sentences.join('\n'));

  const shares = new Map<string, readonly LayerFigures[]>();
  const ours = (): number => {
    const measure = ['--import', 'tsx', 'src/cli/measure.ts', 'tails', '--json'];
    const options = ['--model', folder, '--data', file, '--threads', THREADS];
    const { seconds, layers } = v.parse(TailsReport, run(process.execPath, [...measure, ...options]));
    shares.set('tailscope', layers);
    return seconds;
  };
  const python = (order: 'file' | 'sorted') => (): number => {
    const options = ['--order', order, '--batch', BATCH[order], '--threads', THREADS];
    const script = join(root, 'bench/tails/tails.py');
    const { seconds, layers, versions } = v.parse(
      PythonReport,
      run(process.env['PYTHON'] ?? 'python3', [script, folder, file, ...options]),
    );
    shares.set(`Python (${Object.entries(versions).flat().join(' ')})`, layers);
    return seconds;
  };
  const peers = {
    tailscope: () => Promise.resolve(ours()),
    'in file order': () => Promise.resolve(python('file')()),
    sorted: () => Promise.resolve(python('sorted')()),
  };
  const { figures: found, otherWork } = await alternate(peers, Number(rounds), { warmUp: false });
  console.log(
    `${sentences.length} sentences, ${THREADS} threads, figures of ${[...shares.keys()].join(' and ')}`,
  );
  for (const [name, seconds] of found)
    console.log(`${name.padEnd(14)} ${describeSpread(spreadOf(seconds), 's', 1)}`);
  for (const [order, least] of Object.entries(LEAST)) {
    const ratio = spreadOf(ratios(found.get(order), found.get('tailscope')));
    console.log(
      `Python ${order} takes ${describeSpread(ratio, 'times as long', 2)}, target at least ${least}`,
    );
    if (!(ratio.median >= least)) process.exitCode = 1;
  }
  const [one = [], other = []] = shares.values();
  const difference = largestDifference(one, other);
  console.log(`Largest difference of a share between the two: ${difference.toExponential(0)}`);
  if (!(difference <= MOST_DIFFERENCE)) process.exitCode = 1;
  console.log(describeOtherWork(otherWork));
} finally {
  await rm(scratch, { recursive: true, force: true });
}

function run(command: string, options: readonly string[]): unknown {
  const { stdout, stderr, status } = spawnSync(command, options, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} failed: ${stderr.trim().slice(-500)}`);
  return JSON.parse(stdout);
}
