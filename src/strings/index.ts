import { shell } from './en/shell.ts';
import { explore } from './en/explore.ts';
import { cut } from './en/cut.ts';
import { comparison } from './en/comparison.ts';
import { charts } from './en/charts.ts';
import { cli } from './en/cli.ts';
import { engine } from './en/engine.ts';
import { beside } from './en/beside.ts';
import { errors } from './en/errors.ts';
import { experiments } from './en/experiments.ts';
import { lab } from './en/lab.ts';
import { geometryView } from './en/geometry-view.ts';
import { definitions, glossary } from './en/glossary.ts';
import { chooser } from './en/chooser.ts';
import { models } from './en/models.ts';
import { timeLeft } from './en/time-left.ts';
import { compareDetails } from './en/compare-details.ts';
import { compareView } from './en/compare-view.ts';
import { predictView } from './en/predict-view.ts';
import { paper } from './en/paper.ts';
import { passBar } from './en/pass-bar.ts';
import { sentencesView } from './en/sentences-view.ts';
import { syntaxView } from './en/syntax-view.ts';
import { origins } from './en/origins.ts';
import { originsView } from './en/origins-view.ts';
import { titles } from './en/titles.ts';
import { wordsView } from './en/words-view.ts';

/** Every string a person reads, in the one language there is so far. */
export const strings = {
  beside,
  charts,
  chooser,
  comparison,
  cut,
  cli,
  definitions,
  engine,
  errors,
  experiments,
  explore,
  geometryView,
  glossary,
  lab,
  models,
  sentencesView,
  origins,
  originsView,
  compareDetails,
  compareView,
  predictView,
  paper,
  passBar,
  shell,
  timeLeft,
  syntaxView,
  titles,
  wordsView,
};
export type { DataExpectation } from './en/data-problems.ts';
export type { GlossaryEntry, MeasureEntry } from './en/glossary-entry.ts';
export type { ErrorText } from './en/errors.ts';
export type { ConfigProblem, HeaderProblem, IndexProblem, TokenizerProblem } from './en/file-problems.ts';
export type { EncoderProblem, OnnxProblem } from './en/onnx-problems.ts';
