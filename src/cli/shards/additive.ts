import { TailscopeError } from '../../core/error.ts';
import type { CorpusParts } from '../../engine/index.ts';
import type { Context, Experiment, Findings } from '../context.ts';
import { textSource, type TextSource } from '../text-source.ts';
import { TextWindows, type Passed } from '../text-windows.ts';
import { writeKept, writeSums, type Kept, type Sums } from './sums.ts';

/** Layers are hidden states per token: those of the network + 1. */
export interface Shape {
  readonly layers: number;
  readonly dims: number;
}

/** What is collected over some of a text's sentences. */
export interface Collected {
  /** Of these sentences: those of others are added to them. */
  readonly sums: Sums;
  /** What follows from the whole text, and is the same for every part of it. */
  readonly same?: Readonly<Record<string, unknown>>;
  /** Vectors of chosen tokens, by name; those that lie in other sentences are put beside them. */
  readonly kept?: Kept;
  readonly passed: Passed;
}

export interface Together {
  readonly sums: Sums;
  readonly same: Readonly<Record<string, unknown>>;
  readonly kept: Kept;
  readonly shape: Shape;
  /** Of whatever is drawn. */
  readonly seed: number;
}

/** An experiment whose figures follow from sums over sentences: parts of a text can be measured anywhere and added. */
export interface Additive {
  /** Of the sentences of the shard that the settings name, or of all. */
  readonly collect: (context: Context, source: TextSource) => Promise<Collected>;
  /** @throws TailscopeError where there are too few sentences for any figure */
  readonly conclude: (together: Together) => Pick<Findings, 'fields' | 'text'>;
}

/** Collects from a text that is never held as a whole. */
export function inWindows(fold: (context: Context, text: CorpusParts) => Promise<Sums>): Additive['collect'] {
  return async (context, source) => {
    const { model, settings } = context;
    const text = new TextWindows(source, model.tokenizer, settings);
    const sums = await fold(context, text);
    return { sums, passed: text.passed };
  };
}

/** The experiment on plain sentences: the figures, or the sums of a shard in their place. */
export function additive({ collect, conclude }: Additive): Experiment {
  return async (args) => {
    const source = await textSource(args);
    const { name, sha256, empty, linesOf } = source;
    return {
      data: { name, sha256, empty },
      linesOf,
      run: async (context) => {
        const { model, settings } = context;
        const { sums, same = {}, kept = {}, passed } = await collect(context, source);
        const { truncated, ...measured } = passed;
        if (measured.tokens === 0) throw TailscopeError.of('empty-text');
        const { shard, seed } = settings;
        if (shard)
          return {
            fields: { shard, sums: writeSums(sums), same, kept: writeKept(kept) },
            text: '',
            measured,
            truncated,
          };
        const shape = { layers: model.info.layers + 1, dims: model.info.dims };
        return { ...conclude({ sums, same, kept, shape, seed }), measured, truncated };
      },
    };
  };
}
