import * as v from 'valibot';
import { findData } from '../../src/cli/all/find-data.ts';
import { readArguments, type ExperimentName } from '../../src/cli/arguments.ts';
import type { Screen } from '../../src/cli/progress.ts';
import { runExperiment } from '../../src/cli/run-experiment.ts';
import { TailscopeError } from '../../src/core/error.ts';
import { remedyName } from '../../src/measures/remedy.ts';
import type {
  Change,
  Findings,
  FoundTail,
  NoTable,
  TailFindings,
  TwinFindings,
  WeightFindings,
} from '../../src/paper/findings.ts';
import { heldRemedy, type HeldRemedy } from '../../src/paper/held-remedies.ts';
import { CHANGE, ORIGINS, PROBE, SELF_SIMILARITY, TAILS, WIC, WSD } from './reports.ts';

/** What a model is measured on. */
export interface Setting {
  readonly name: string;
  readonly folder: string;
  /** A folder of data as `measure all` takes it. */
  readonly data: string;
  readonly screen: Screen;
}

/** Runs the command's experiments on a model, those on a cut with all of its tails cut after the network. */
export async function findFindings(setting: Setting, twins: TwinFindings | undefined): Promise<Findings> {
  const data = { kind: 'file', path: setting.data } as const;
  const found = await findData({ data, train: undefined, column: undefined });

  /** undefined where there are no data for it, or these will not do. */
  const measure = async <T>(
    experiment: ExperimentName,
    shape: v.GenericSchema<unknown, T>,
    ...more: readonly string[]
  ): Promise<T | undefined> => {
    const own = found.find((one) => one.experiment === experiment);
    if (!own) return undefined;
    const train = own.train === undefined ? [] : ['--train', own.train];
    setting.screen.write(`${setting.name}: ${experiment}\n`);
    const asked = readArguments([
      experiment,
      ...['--model', setting.folder, '--data', own.path, '--json'],
      ...train,
      ...more,
    ]);
    if (asked === 'help') return undefined;
    try {
      return v.parse(shape, JSON.parse(await runExperiment(asked, setting.screen)));
    } catch (error) {
      if (!(error instanceof TailscopeError)) throw error;
      setting.screen.write(`${error.message}\n`);
      return undefined;
    }
  };

  const tails = tailFindings(await measure('tails', TAILS));
  const dims = [...new Set(tails?.found.map(({ dim }) => dim) ?? [])];
  const [strongest] = dims;
  const cut = dims.length === 0 ? [] : ['--cut', dims.join(',')];
  const change = async (experiment: ExperimentName): Promise<Change | undefined> =>
    changeOf((await measure(experiment, CHANGE, ...cut))?.layers, dims);

  const followed = dims.length === 0 ? [] : ['--dims', dims.join(',')];
  const origins = await measure('origins', ORIGINS, ...followed);
  const probe = await measure('position-probe', PROBE, ...followed);
  const words = await measure('self-similarity', SELF_SIMILARITY, ...cut);
  const wic = await measure('wic', WIC, ...cut);
  const wsd = await measure('wsd', WSD, ...cut);
  const sts = await measure('sts', CHANGE, ...cut);
  const remedied = async (kind: HeldRemedy): Promise<readonly number[] | undefined> => {
    const remedy = sts && remedyName(heldRemedy(kind, sts.model.dims));
    const treated = remedy && (await measure('sts', CHANGE, '--remedy', remedy));
    return treated ? treated.layers.map(({ after }) => after) : undefined;
  };
  const whiten = await remedied('whiten');
  const standardize = await remedied('standardize');
  const top = await remedied('top');
  return {
    model: setting.name,
    tails,
    weights: origins && weightFindings(origins),
    probe: probe && {
      accuracy: probe.layers.map((layer) => layer.accuracy),
      dim: strongest ?? 0,
      times: probe.layers.map(
        ({ contribution, meanContribution }) =>
          (contribution.find(({ dim }) => dim === strongest)?.c ?? NaN) / meanContribution,
      ),
    },
    twins,
    anisotropy: await change('anisotropy'),
    selfSimilarity: changeOf(
      words?.layers.map(({ adjustedBefore: before, adjustedAfter: after }) => ({ before, after })),
      dims,
    ),
    wic: wic && { before: wic.best.before, after: dims.length === 0 ? undefined : wic.best.after },
    wsd: changeOf(
      wsd?.layers.map(({ before, after }) => ({
        before: before.macro / 100,
        after: after.macro / 100,
      })),
      dims,
    ),
    sts: changeOf(sts?.layers, dims),
    stsRemedied: whiten && standardize && top && { whiten, standardize, top },
    syntax: await change('syntax'),
    classifier: await change('classifier'),
  };
}

function changeOf(
  layers: readonly { readonly before: number; readonly after: number }[] | undefined,
  cut: readonly number[],
): Change | undefined {
  return (
    layers && {
      before: layers.map(({ before }) => before),
      after: cut.length === 0 ? undefined : layers.map(({ after }) => after),
    }
  );
}

function tailFindings(report: v.InferOutput<typeof TAILS> | undefined): TailFindings | undefined {
  if (!report) return undefined;
  const { layers, tails } = report;
  return {
    found: tails.map(({ dim, side, layers: where }): FoundTail => ({
      dim,
      side,
      layers: where,
      share: layers.map(
        ({ argmin, argmax }) =>
          (side === 'min' ? argmin : argmax).find((one) => one.dim === dim)?.share ?? NaN,
      ),
    })),
    peaks: layers.map(({ z: [first] }) => first ?? { dim: 0, z: NaN, mean: NaN }),
  };
}

function weightFindings(report: v.InferOutput<typeof ORIGINS>): WeightFindings {
  const { positionEmbeddings, tokenEmbeddings, segmentEmbeddings, layerNorms, notAvailable } = report;
  const why = (what: string): NoTable => notAvailable.find((one) => one.what === what)?.why ?? 'none';
  return {
    positions: positionEmbeddings?.tails ?? why('positionEmbeddings'),
    tokens: tokenEmbeddings?.tails ?? why('tokenEmbeddings'),
    segments: segmentEmbeddings?.flat() ?? why('segmentEmbeddings'),
    norms: layerNorms,
  };
}
