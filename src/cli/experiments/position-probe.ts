import { totalmem } from 'node:os';
import { lessonMemory, positionProbe as measure } from '../../engine/index.ts';
import { probeSplit } from '../../measures/probe-split.ts';
import type { PositionProbeResult, ProbeContribution } from '../../protocol/experiments/position-probe.ts';
import { strings } from '../../strings/index.ts';
import type { Context, Experiment } from '../context.ts';
import { Progress } from '../progress.ts';
import { readData } from '../read-data.ts';
import { rounded } from '../report.ts';
import { table } from '../table.ts';
import { treatmentOf } from './text.ts';

const words = strings.origins.probe;

/** A probe that tells positions from vectors (docs/measures.md, "Position probe"). */
export const positionProbe: Experiment = async ({ data, column, train: trainPath, limit, dims }) => {
  const own = await readData({ data, column, limit });
  const other =
    trainPath === undefined
      ? undefined
      : await readData({ data: { kind: 'file', path: trainPath }, column, limit });
  const split = probeSplit(own.sentences);
  const { train, test } = other ? { train: other.sentences, test: own.sentences } : split;
  return {
    data: { name: own.name, sha256: own.sha256, empty: own.empty },
    linesOf: async (sentences) => {
      const learned = new Set(train.map((sentence) => sentence.trim()));
      // sentences that are learned from are not told, and have no number
      const told = [...test.keys()].filter((place) => !learned.has(test[place]?.trim() ?? ''));
      const first = other ? 0 : train.length;
      const ofTest = sentences
        .filter((sentence) => sentence >= train.length)
        .map((sentence) => first + (told[sentence - train.length] ?? 0));
      const ofTrain = sentences.filter((sentence) => sentence < train.length);
      return [...(await (other ?? own).linesOf(ofTrain)), ...(await own.linesOf(ofTest))];
    },
    run: async (context) => {
      const { specials, seed } = context.settings;
      const treatment = treatmentOf(context.settings);
      const request = { name: own.name, train, test, specials, seed, dims, treatment };
      const result = await measure(context.model, request, {
        onProgress: saying(context),
        memory: lessonMemory(machineMemory()),
        fitOn: context.fitOn,
      });
      const { sentences, tokens, classes, majority, trained, tested, duplicates } = result;
      return {
        fields: {
          layers: result.layers.map(({ accuracy, top, followed, meanContribution }) => ({
            accuracy: rounded(accuracy),
            contribution: [...followed, ...top.filter(({ dim }) => !dims.includes(dim))].map(written),
            meanContribution: rounded(meanContribution),
          })),
          classes,
          majority: rounded(majority),
          trained,
          tested,
          duplicates,
        },
        text: draw(result, dims),
        measured: { sentences, tokens },
        truncated: result.truncated,
      };
    },
  };
};

/** Bytes; a container may have less than the machine that it runs on. */
function machineMemory(): number {
  const constrained = process.constrainedMemory();
  return constrained > 0 ? Math.min(constrained, totalmem()) : totalmem();
}

function written({ dim, c, rank }: ProbeContribution) {
  return { dim, c: rounded(c), rank };
}

/** Says now and then how many sentences are read, then how many layers are trained: of a long text one takes minutes. */
function saying({ screen }: Context) {
  const reading = new Progress(screen);
  const training = new Progress(screen, ({ sentences: layers, of }) => words.trained(layers, of));
  let said = 0;
  return ({ doing, done, of }: { doing: 'reading' | 'training'; done: number; of: number }): void => {
    if (doing === 'reading') reading.say(done, of);
    // the end of the last layer is the end of all, which is told again
    else if (done > said) training.say((said = done), of);
  };
}

function draw(result: PositionProbeResult, dims: readonly number[]): string {
  const { columns } = words;
  const head = [
    strings.cli.columns.layer,
    columns.accuracy,
    columns.largest,
    columns.mean,
    ...dims.flatMap((dim) => [columns.of(dim), columns.relative]),
  ];
  const relative = ({ c }: ProbeContribution, mean: number) => (c / mean).toFixed(2);
  const rows = result.layers.map(({ accuracy, top, followed, meanContribution }, layer) => [
    String(layer),
    accuracy.toFixed(4),
    top
      .slice(0, 3)
      .map((one) => `${one.dim} (${relative(one, meanContribution)})`)
      .join(', '),
    meanContribution.toFixed(4),
    ...followed.flatMap((one) => [one.c.toFixed(4), `${relative(one, meanContribution)} (${one.rank})`]),
  ]);
  return `${words.said(result)}\n\n${table(head, rows)}\n\n${words.notImportance}`;
}
