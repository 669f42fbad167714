import { weightsSize, type Checkpoint } from '../checkpoint/index.ts';
import { maxTokens } from '../graph/index.ts';
import type { LoadedModel, RunsOn } from '../protocol/model.ts';
import { createTokenizer, type Tokenizer } from '../text/index.ts';
import type { Encoder, EncoderShape } from './encoder.ts';
import type { GraphRuntime } from './graph-runtime.ts';
import type { Reopen } from './reopen.ts';

/** A model that runs. */
export interface Model {
  readonly info: LoadedModel;
  readonly encoder: Encoder;
  readonly tokenizer: Tokenizer;
  /** Where it runs, for other computations beside it. */
  readonly runtime: GraphRuntime;
  readonly reopen: Reopen;
}

export function encoderShape({ config }: Checkpoint): EncoderShape {
  return {
    layers: config.layers,
    dims: config.dims,
    padId: config.padId,
    firstPosition: config.firstPosition,
  };
}

/** @throws TailscopeError("tokenizer-invalid") */
export function tokenizerOf({ tokenizer, config }: Checkpoint): Tokenizer {
  return createTokenizer(tokenizer.json, tokenizer.config, maxTokens(config));
}

/** What the page is told of a model. It is no reference to the checkpoint, whose weights must be let go. */
export function describe(checkpoint: Checkpoint, id: string, runsOn: RunsOn): LoadedModel {
  const { config, card, parameters, weightsFiles, approximate } = checkpoint;
  return {
    id,
    name: card?.name ?? id,
    layers: config.layers,
    dims: config.dims,
    heads: config.heads,
    maxTokens: maxTokens(config),
    parameters,
    bytes: weightsSize(weightsFiles),
    weights: { name: checkpoint.weightsName, others: checkpoint.otherWeights, approximate },
    positionEmbeddings: card?.positionEmbeddings ?? true,
    runsOn,
  };
}
