import type { Corpus } from '../../engine/index.ts';
import type { Context, Experiment, Findings } from '../context.ts';
import { onText } from '../experiments/text.ts';
import { writeSums, type Sums } from './sums.ts';

/** Layers are hidden states per token: those of the network + 1. */
export interface Shape {
  readonly layers: number;
  readonly dims: number;
}

/** An experiment whose figures follow from sums over sentences: parts of a text can be measured anywhere and added. */
export interface Additive {
  readonly collect: (context: Context, corpus: Corpus) => Promise<Sums>;
  /**
   * @param seed of whatever is drawn
   * @throws TailscopeError where there are too few sentences for any figure
   */
  readonly conclude: (sums: Sums, shape: Shape, seed: number) => Pick<Findings, 'fields' | 'text'>;
}

/** The experiment on plain sentences: the figures, or the sums of a shard in their place. */
export function additive({ collect, conclude }: Additive): Experiment {
  return onText(async (context, corpus) => {
    const { model, settings } = context;
    const sums = await collect(context, corpus);
    if (settings.shard) return { fields: { shard: settings.shard, sums: writeSums(sums) }, text: '' };
    return conclude(sums, { layers: model.info.layers + 1, dims: model.info.dims }, settings.seed);
  });
}
