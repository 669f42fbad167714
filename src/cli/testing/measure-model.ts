import { realCheckpoint } from '../../../scripts/real-input.ts';
import { readArguments } from '../arguments.ts';
import { runExperiment } from '../run-experiment.ts';

/** What an experiment prints of a model, of all-MiniLM-L6-v2 unless another folder is given. */
export async function measureModel(
  experiment: string,
  flags: readonly string[],
  model: string = realCheckpoint(),
): Promise<string> {
  const settings = readArguments([experiment, '--model', model, '--threads', '1', ...flags]);
  if (settings === 'help') throw new Error('this asks for help');
  return runExperiment(settings, { write: () => undefined });
}
