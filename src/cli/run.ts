import { corpusPass, keepInside, type Corpus, type MeasuredBatch } from '../engine/index.ts';
import type { NodeModel } from '../engine/node/index.ts';
import type { Arguments } from './arguments.ts';
import { Progress, type Screen } from './progress.ts';

/** A model, a text and what is asked of them. */
export interface Run {
  readonly model: NodeModel;
  /** The text, sentence by sentence, and as the model reads it. */
  readonly sentences: readonly string[];
  readonly corpus: Corpus;
  readonly settings: Arguments;
  readonly screen: Screen;
}

/** The text through the network as it is. */
export function plainPass(run: Run): AsyncGenerator<MeasuredBatch> {
  return reported(run, undefined);
}

/** The text through the network with the dimensions cut inside it, in layers 1 to L. */
export function insidePass(run: Run): AsyncGenerator<MeasuredBatch> {
  return reported(run, keepInside(run.model.encoder.shape, { dims: run.settings.cut, from: 1 }));
}

/** The text through the network with the dimensions cut wherever the settings say. */
export async function* cutPass(run: Run): AsyncGenerator<MeasuredBatch> {
  const { cut, cutWhere } = run.settings;
  for await (const batch of cutWhere === 'inside' ? insidePass(run) : plainPass(run)) {
    if (cutWhere === 'after') zero(batch, cut);
    yield batch;
  }
}

async function* reported(run: Run, keep: Float32Array | undefined): AsyncGenerator<MeasuredBatch> {
  const { model, corpus, screen } = run;
  const progress = new Progress(corpus.sentences.length, screen);
  for await (const batch of corpusPass(model.encoder, corpus, keep ? { keep } : {})) {
    yield batch;
    progress.add(batch.sentences.length, batch.states.tokens);
  }
}

function zero({ states }: MeasuredBatch, cut: readonly number[]): void {
  const { data, dims } = states;
  for (const d of cut) for (let i = d; i < data.length; i += dims) data[i] = 0;
}
