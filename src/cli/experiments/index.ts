import type { ExperimentName } from '../arguments.ts';
import type { Experiment } from '../context.ts';
import { additive, type Additive } from '../shards/additive.ts';
import { anisotropy } from './anisotropy.ts';
import { classifier } from './classifier.ts';
import { contribution } from './contribution.ts';
import { compare } from './compare.ts';
import { geometry } from './geometry.ts';
import { origins } from './origins.ts';
import { positionProbe } from './position-probe.ts';
import { predict } from './predict.ts';
import { selfSimilarity } from './self-similarity.ts';
import { states } from './states.ts';
import { sts } from './sts.ts';
import { syntax } from './syntax.ts';
import { tails } from './tails.ts';
import { wic } from './wic.ts';
import { wsd } from './wsd.ts';

/** Those whose shards add up. */
export const ADDITIVE: ReadonlyMap<string, Additive> = new Map(
  Object.entries({ tails, anisotropy, contribution, 'self-similarity': selfSimilarity, geometry }),
);

/** A new experiment is a file here and a name in EXPERIMENTS. */
export const experiments: Readonly<Record<ExperimentName, Experiment>> = {
  tails: additive(tails),
  anisotropy: additive(anisotropy),
  contribution: additive(contribution),
  'self-similarity': additive(selfSimilarity),
  geometry: additive(geometry),
  wic,
  wsd,
  sts,
  syntax,
  classifier,
  origins,
  'position-probe': positionProbe,
  states,
  predict,
  compare,
};
