import { movedModel } from '../engine/index.ts';
import { loadModel, type NodeModel } from '../engine/node/index.ts';
import { strings } from '../strings/index.ts';
import type { Arguments } from './arguments.ts';
import { localModel, type NamedModel } from './elsewhere/local-model.ts';
import type { Screen } from './progress.ts';

export interface Load extends NamedModel {
  readonly maskedWords: boolean;
}

/**
 * Loads a model to be told the positions that are asked for, fetched first where it is not here, and says with which of its
 * weights where that is not plain.
 * @throws TailscopeError
 */
export async function load(
  { maskedWords, ...named }: Load,
  settings: Arguments,
  screen: Screen,
): Promise<NodeModel> {
  const { threads, positions } = settings;
  const { folder, weights, id } = await localModel(named, settings, screen);
  const model = await loadModel(folder, {
    maskedWords,
    ...(id !== undefined && { id }),
    ...(weights !== undefined && { weights }),
    ...(threads !== undefined && { threads }),
  });
  const taken = model.info.weights;
  if (taken.others.length > 0 || taken.approximate) screen.write(`${strings.cli.weights(taken)}\n`);
  return movedModel(model, positions);
}
