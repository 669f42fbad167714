import { basename } from 'node:path';
import { readLabelled, splitLabelled } from '../../datasets/index.ts';
import { classifier as measure } from '../../engine/index.ts';
import type { ClassifierResult } from '../../protocol/experiments/classifier.ts';
import { strings } from '../../strings/index.ts';
import { bestLayers } from '../best-layers.ts';
import { reporting, type Experiment } from '../context.ts';
import { pathOf, readText, sha256Of } from '../data-files.ts';
import { rounded } from '../report.ts';
import { table } from '../table.ts';
import { bothSides } from './text.ts';

/** The supervised linear control (docs/measures.md, "Classifier"). */
export const classifier: Experiment = async ({ data, train: trainPath, limit }) => {
  const path = pathOf(data);
  const file = await readText(path);
  const trainFile = trainPath === undefined ? undefined : await readText(trainPath);
  const own = readLabelled(file).slice(0, limit);
  const request = trainFile
    ? { train: readLabelled(trainFile).slice(0, limit), test: own }
    : splitLabelled(own);
  const name = basename(path);
  const all = [...request.train, ...request.test];
  return {
    data: { name, sha256: sha256Of([file, ...(trainFile ? [trainFile] : [])]) },
    linesOf: (sentences) => sentences.map((sentence) => all[sentence]?.line ?? 0),
    run: async (context) => {
      const { specials, seed } = context.settings;
      const settings = { name, specials, seed, columns: [] };
      const { result: measured, base } = await bothSides(context.settings, (treatment) =>
        measure(context.model, { ...settings, ...request, treatment }, reporting(context)),
      );
      const result = base ? { ...measured, before: base.after } : measured;
      const layers = Array.from(result.before, (before, l) => ({
        before: rounded(before),
        after: rounded(result.after[l] ?? NaN),
      }));
      const { classes, majority, trained, tested, sentences, tokens } = result;
      return {
        fields: { layers, best: bestLayers(layers), majority: rounded(majority), classes, trained, tested },
        text: draw(result),
        measured: { sentences, tokens },
        truncated: result.truncated,
      };
    },
  };
};

function draw({ before, after, classes, majority, trained, tested }: ClassifierResult): string {
  const { columns } = strings.cli;
  const rows = Array.from(before, (share, l) => {
    const rest = after[l] ?? NaN;
    return [String(l), share.toFixed(4), rest.toFixed(4), (rest - share).toFixed(4)];
  });
  const said = strings.experiments.classifier({ classes: classes.length, majority, trained, tested });
  return `${said}\n\n${table([columns.layer, columns.before, columns.after, columns.difference], rows)}`;
}
