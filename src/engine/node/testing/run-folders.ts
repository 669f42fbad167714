/**
 * Loads the checkpoint of each folder named and runs it once. A line for each says what came of it: "states",
 * or the code of the error. In a process of its own, since the runtime may end it or never answer.
 */
import { TailscopeError } from '../../../core/error.ts';
import { tokenBatch } from '../../index.ts';
import { loadModel } from '../index.ts';

async function outcome(folder: string): Promise<string> {
  try {
    const { encoder } = await loadModel(folder, { threads: 1 });
    await encoder.encode(tokenBatch([Uint32Array.of(5, 6, 7), Uint32Array.of(8)]));
    await encoder.release();
    return 'states';
  } catch (error) {
    return error instanceof TailscopeError ? error.code : `untold: ${String(error)}`;
  }
}

for (const folder of process.argv.slice(2)) process.stdout.write(`${await outcome(folder)}\n`);
