import { runAll } from './all/run-all.ts';
import type { Arguments } from './arguments.ts';
import { experiments } from './experiments/index.ts';
import { load } from './load.ts';
import { measureOn } from './measure-on.ts';
import type { Screen } from './progress.ts';
import { readRemedyData } from './read-data.ts';

/**
 * Runs one experiment, or all that there is data for.
 * @param onFailure told of one of all that could not be run, while the others go on
 * @returns what goes to standard output
 * @throws TailscopeError
 */
export async function runExperiment(
  settings: Arguments,
  screen: Screen,
  onFailure?: () => void,
): Promise<string> {
  const { experiment } = settings;
  if (experiment === 'all') return runAll(settings, screen, onFailure);
  const one = { ...settings, experiment };
  const prepared = await experiments[experiment](one);
  const input = { prepared, remedyData: await readRemedyData(settings) };
  const { maskedWords = false } = prepared;
  const { model: named, weights } = settings;
  const began = performance.now();
  const model = await load({ model: named, weights, maskedWords }, settings, screen);
  try {
    const { report, text } = await measureOn(model, one, input, screen, began);
    return settings.json ? JSON.stringify(report) : text;
  } finally {
    await model.encoder.release();
  }
}
