import type { ScoredSubset, WicPair } from '../../src/datasets/index.ts';
import {
  corpusPass,
  lessonMemory,
  positionProbe,
  readCorpus,
  sts,
  wic,
  type Encoder,
  type GraphRuntime,
  type RunOptions,
} from '../../src/engine/index.ts';
import type { Tokenizer } from '../../src/text/index.ts';

/** A model as experiments take it. */
export interface TaskModel {
  readonly encoder: Encoder;
  readonly tokenizer: Tokenizer;
  readonly runtime: GraphRuntime;
}

export interface TaskData {
  readonly wic: readonly WicPair[];
  readonly sts: readonly ScoredSubset[];
}

export type TaskName = keyof TaskData;

/** Milliseconds of an experiment and of its encoder alone. */
export interface Tasks {
  /** From the data to the cosines, whole and with a dimension cut. */
  task(name: TaskName): Promise<number>;
  /** Every hidden state of the same sentences, from their text on, and nothing done with them. */
  encoder(name: TaskName): Promise<number>;
  /** Tokens of the experiment's sentences. */
  tokens(name: TaskName): Promise<number>;
}

const SETTINGS = {
  treatment: { cut: [223], where: 'after' },
  specials: 'include',
  seed: 1,
  columns: [223],
} as const;

/** @param options as the place has them: whoever may break off an experiment runs it in stretches */
export function tasksOf(model: TaskModel, data: TaskData, options: Pick<RunOptions, 'enough'> = {}): Tasks {
  const texts: Readonly<Record<TaskName, readonly string[]>> = {
    wic: data.wic.flatMap(({ sentences }) => sentences.map((words) => words.join(' '))),
    sts: data.sts.flatMap(({ pairs }) => pairs.flatMap(({ sentences }) => sentences)),
  };
  const corpus = (name: TaskName) => readCorpus(model.tokenizer, texts[name], SETTINGS.specials);
  return {
    task: (name) =>
      timed(async () => {
        if (name === 'wic') await wic(model, { ...SETTINGS, name, pairs: data.wic }, options);
        else await sts(model, { ...SETTINGS, name, subsets: data.sts }, options);
      }),
    encoder: (name) =>
      timed(async () => {
        let seen = 0;
        for await (const { states } of corpusPass(model.encoder, await corpus(name))) seen += states.tokens;
        if (seen === 0) throw new Error('Nothing ran.');
      }),
    tokens: async (name) => (await corpus(name)).tokens,
  };
}

/** What training the position probe takes beside the forward pass. */
export interface Probed {
  /** Milliseconds of the whole, and of all but the reading of sentences. */
  readonly whole: number;
  readonly training: number;
  readonly trained: number;
  readonly classes: number;
  readonly layers: number;
}

/** @param told sentences at the end whose positions are told */
export async function probe(model: TaskModel, sentences: readonly string[], told: number): Promise<Probed> {
  let reading = 0;
  let doing: 'reading' | 'training' = 'reading';
  const began = performance.now();
  let since = began;
  const split = sentences.length - told;
  const request = {
    name: 'bench',
    train: sentences.slice(0, split),
    test: sentences.slice(split),
    specials: 'include',
    seed: 1,
    dims: [],
  } as const;
  const result = await positionProbe(model, request, {
    memory: lessonMemory(8e9),
    onProgress: (progress) => {
      const now = performance.now();
      if (doing === 'reading') reading += now - since;
      doing = progress.doing;
      since = now;
    },
  });
  const whole = performance.now() - began;
  const { trained, classes, layers } = result;
  return { whole, training: whole - reading, trained, classes, layers: layers.length };
}

async function timed(work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
