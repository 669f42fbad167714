import type { RunOptions } from '../engine/index.ts';
import type { NodeModel } from '../engine/node/index.ts';
import type { Missing } from '../protocol/experiments/missing.ts';
import { strings } from '../strings/index.ts';
import type { Arguments } from './arguments.ts';
import { Progress, type Screen } from './progress.ts';

/** What an experiment runs with. */
export interface Context {
  readonly model: NodeModel;
  readonly settings: Arguments;
  /** Standard error: standard output is for figures. */
  readonly screen: Screen;
}

/** What an experiment found. */
export interface Findings {
  /** Its own part of the JSON report. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** The same for reading. */
  readonly text: string;
  readonly measured: { readonly sentences: number; readonly tokens: number };
}

/** An experiment whose data has been read, before any model is loaded: a bad file is told at once. */
export interface Prepared {
  /** Undefined where it is the weights that are measured, and nothing else. */
  readonly data: { readonly name: string; readonly sha256: string } | undefined;
  /** Whether the model is loaded with the head that guesses masked words. */
  readonly maskedWords?: boolean;
  run(context: Context): Promise<Findings>;
}

export type Experiment = (settings: Arguments) => Promise<Prepared>;

/** Says on the screen how far a pass is. */
export function reporting({ screen }: Context): RunOptions {
  const progress = new Progress(screen);
  return {
    onProgress: ({ sentences, of }) => {
      progress.say(sentences, of);
    },
  };
}

/** Says on the screen which sentences lost their end. @param truncated numbers, from 0 */
export function warnTruncated({ screen, model }: Context, truncated: readonly number[]): void {
  if (truncated.length === 0) return;
  const sentences = truncated.map((sentence) => sentence + 1);
  screen.write(`${strings.cli.truncated({ sentences, most: model.info.maxTokens })}\n`);
}

/** Says on the screen what of the data could not be measured, and why. */
export function warnMissing({ screen }: Context, missing: readonly Missing[]): void {
  for (const why of new Set(missing.map((one) => one.why))) {
    const from = missing.filter((one) => one.why === why).map((one) => one.from);
    screen.write(`${strings.experiments.missing({ from, why })}\n`);
  }
}
