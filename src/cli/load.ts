import { movedModel } from '../engine/index.ts';
import { loadModel, type NodeModel } from '../engine/node/index.ts';
import { strings } from '../strings/index.ts';
import type { Arguments } from './arguments.ts';
import type { Screen } from './progress.ts';

/** A model as it is named on the command line. */
export interface Named {
  readonly folder: string;
  readonly weights: string | undefined;
  readonly maskedWords: boolean;
}

/**
 * Loads a model to be told the positions that are asked for, and says with which of its weights where that is not plain.
 * @throws TailscopeError
 */
export async function load(
  { folder, weights, maskedWords }: Named,
  { threads, positions }: Arguments,
  screen: Screen,
): Promise<NodeModel> {
  const model = await loadModel(folder, {
    maskedWords,
    ...(weights !== undefined && { weights }),
    ...(threads !== undefined && { threads }),
  });
  const taken = model.info.weights;
  if (taken.others.length > 0 || taken.approximate) screen.write(`${strings.cli.weights(taken)}\n`);
  return movedModel(model, positions);
}
