import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { realCheckpoint, realData } from '../../../scripts/real-input.ts';

const repository = fileURLToPath(new URL('../../../', import.meta.url));

/** What `measure` prints with --json for all-MiniLM-L6-v2 on a file of the corpora. */
export function measureReal(experiment: string, data: string, ...args: string[]): unknown {
  const input = ['--model', realCheckpoint(), '--data', realData(data), '--threads', '2'];
  const command = ['--import', 'tsx', 'src/cli/measure.ts', experiment, ...args, ...input, '--json'];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, {
    cwd: repository,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (status !== 0)
    throw new Error(`measure ${experiment} ${args.join(' ')} ended with ${status}: ${stderr.slice(-500)}`);
  return JSON.parse(stdout);
}
