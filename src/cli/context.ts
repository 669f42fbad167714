import type { CorpusParts, RunOptions } from '../engine/index.ts';
import type { NodeModel } from '../engine/node/index.ts';
import type { Missing } from '../protocol/experiments/missing.ts';
import { strings } from '../strings/index.ts';
import type { Arguments } from './arguments.ts';
import { Progress, type Screen } from './progress.ts';
import type { EmptyLines } from './text-source.ts';

/** What an experiment runs with. */
export interface Context {
  readonly model: NodeModel;
  readonly settings: Arguments;
  /** What remedies are fitted on, where that is not the data. */
  readonly fitOn?: CorpusParts | undefined;
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
  /** Numbers of the sentences that lost their end, from 0. */
  readonly truncated?: readonly number[];
}

/** An experiment whose data has been read, before any model is loaded: a bad file is told at once. */
export interface Prepared {
  /** Undefined where it is the weights that are measured, and nothing else. */
  readonly data:
    | {
        readonly name: string;
        readonly sha256: string;
        /** Lines that gave no sentence; left out where a file has none of them or none is allowed. */
        readonly empty?: EmptyLines;
      }
    | undefined;
  /** Lines that sentences are on, by their numbers from 0; they go by number from 1 where it is left out. */
  readonly linesOf?: (sentences: readonly number[]) => Promise<readonly number[]> | readonly number[];
  /** Whether the model is loaded with the head that guesses masked words. */
  readonly maskedWords?: boolean;
  run(context: Context): Promise<Findings>;
}

export type Experiment = (settings: Arguments) => Promise<Prepared>;

/** How a pass runs: it says on the screen how far it is. */
export function reporting({ screen, fitOn }: Context): RunOptions {
  const progress = new Progress(screen);
  return {
    fitOn,
    onProgress: ({ sentences, of }) => {
      progress.say(sentences, of);
    },
  };
}

/** Says on the screen which lines gave no sentence. */
export function warnEmpty(screen: Screen, empty: EmptyLines | undefined): void {
  if (empty && empty.count > 0) screen.write(`${strings.cli.empty(empty)}\n`);
}

/** Says on the screen which sentences lost their end. @param lines that they are on */
export function warnTruncated({ screen, model }: Context, lines: readonly number[]): void {
  if (lines.length === 0) return;
  screen.write(`${strings.cli.truncated({ lines, most: model.info.maxTokens })}\n`);
}

/** Says on the screen what of the data could not be measured, and why. */
export function warnMissing({ screen }: Context, missing: readonly Missing[]): void {
  for (const why of new Set(missing.map((one) => one.why))) {
    const from = missing.filter((one) => one.why === why).map((one) => one.from);
    screen.write(`${strings.experiments.missing({ from, why })}\n`);
  }
}
