/**
 * `npm run bench:onnx -- FOLDER [WEIGHTS]`: what it takes to open an ONNX export of a checkpoint in Node,
 * edited and as it is: milliseconds, bytes read, and the most memory that the process ever had.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describeMachine } from '../shared/machine.ts';
import { WAYS } from './ways.ts';

const [folder, weights] = process.argv.slice(2);
if (folder === undefined) throw new Error('Name the folder of a checkpoint with an ONNX export.');
console.log(describeMachine());
const child = fileURLToPath(new URL('./one-way.ts', import.meta.url));
for (const way of WAYS) {
  // a process each: memory that was once had is never given back
  const command = ['--import', 'tsx', child, way, folder, ...(weights === undefined ? [] : [weights])];
  const { stdout, stderr, status } = spawnSync(process.execPath, command, { encoding: 'utf8' });
  if (status !== 0) process.exitCode = 1;
  console.log(`${way.padEnd(16)} ${status === 0 ? stdout.trim() : stderr.trim().slice(-300)}`);
}
