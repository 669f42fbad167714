import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { decimal, percent, unit } from '../charts/scale/format.ts';
import { rounded } from '../cli/report.ts';
import { measureModel } from '../cli/testing/measure-model.ts';
import {
  compareHandlers,
  Engine,
  experimentHandlers,
  HeldEncoder,
  originHandlers,
  SessionQueue,
} from '../engine/index.ts';
import { loadModel, type NodeModel } from '../engine/node/index.ts';
import { extremeShares } from '../measures/extreme-shares.ts';
import { kurtosis } from '../measures/kurtosis.ts';
import { LAYER_TERMS, EMBEDDING_TERMS, TERMS } from '../measures/life.ts';
import { readRemedy } from '../measures/remedy.ts';
import { zOfMean } from '../measures/z-of-mean.ts';
import { judgeAnisotropy } from '../paper/what-cutting-does.ts';
import type { Exploration } from '../protocol/exploration.ts';
import type { PositionMove } from '../protocol/experiments/positions.ts';
import { selectContributions } from '../store/derive/contributions.ts';
import { zByLayer } from '../store/derive/drawn-side.ts';
import { selectTails, tailsOf as exploredTails } from '../store/derive/tails.ts';
import type { State } from '../store/state.ts';
import { createAppStore } from '../store/store.ts';
import { exploreRequest, selectWanted } from '../store/wanted.ts';
import { leadersOf } from './compare/leaders.ts';
import { tailsOf } from './compare/settings.ts';
import {
  selectFollowed,
  selectLife,
  selectMoved,
  selectOrigins,
  selectPositions,
  selectProbe,
} from './origins/questions.ts';
import { selectCutPortrait, selectExact } from './paper/use-anisotropy.ts';

const place = (path: string) => fileURLToPath(new URL(`../../public/${path}`, import.meta.url));
const MODELS = ['tailscope-bert', 'tailscope-bert-nopos'].map((id) => place(`models/${id}`));
const TEXT = place('examples/sentences.txt');
const CUT = 180;

let models: readonly NodeModel[];
let engine: Engine;
let state: State;
let exploration: Exploration;

const context = {
  priority: 'batch',
  signal: new AbortController().signal,
  onProgress: () => undefined,
} as const;

beforeAll(async () => {
  engine = new Engine(new SessionQueue());
  models = await Promise.all(MODELS.map((folder) => loadModel(folder, { threads: 1 })));
  const [main = expect.fail(), beside = expect.fail()] = models;
  await engine.use(main);
  await engine.use(beside, 'beside');
  const store = createAppStore({
    typed: readFileSync(TEXT, 'utf8'),
    model: { kind: 'ready', model: main.info, runsOn: main.info.runsOn },
  });
  const answers = selectWanted(store.getState());
  const columns = [CUT, ...Array.from({ length: 8 }, (_, d) => d)];
  exploration = await engine.explore(exploreRequest(answers, columns), context);
  store.setState({ before: { exploration, answers, model: main.info } });
  state = store.getState();
}, 120_000);

afterAll(async () => {
  for (const model of models) await model.encoder.release();
});

const command = (experiment: string, ...flags: string[]): Promise<string> =>
  measureModel(experiment, ['--data', TEXT, ...flags], MODELS[0]);
const reported = async (experiment: string, ...flags: string[]): Promise<unknown> =>
  JSON.parse(await command(experiment, '--json', ...flags));

const Extreme = v.object({ dim: v.number(), share: v.number() });
const Tails = v.object({
  tails: v.array(v.object({ dim: v.number(), side: v.string(), layers: v.array(v.number()) })),
  layers: v.array(
    v.object({
      argmin: v.array(Extreme),
      argmax: v.array(Extreme),
      z: v.array(v.object({ dim: v.number(), z: v.number(), mean: v.number() })),
      kurtosis: v.number(),
    }),
  ),
});

test('tails, extremes, means and kurtosis of Explore are those of `measure tails`', async () => {
  const { tails, layers } = v.parse(Tails, await reported('tails'));
  const { dims, counted, minima, maxima, mean, square } = exploration;
  const named = selectTails(state).filter(({ scope }) => scope === 'all');
  expect(named.map(({ dim, side, layers: where }) => ({ dim, side, layers: where }))).toEqual(tails);
  expect(tails.length).toBeGreaterThan(0);
  const shares = [extremeShares(minima, counted), extremeShares(maxima, counted)];
  layers.forEach(({ argmin, argmax, z, kurtosis: k }, layer) => {
    const row = [layer * dims, (layer + 1) * dims] as const;
    [argmin, argmax].forEach((top, end) => {
      for (const { dim, share } of top) expect(rounded(shares[end]?.[row[0] + dim] ?? NaN)).toBe(share);
    });
    const own = zOfMean(mean.subarray(...row), square.subarray(...row));
    for (const { dim, z: of, mean: value } of z) {
      expect(rounded(own[dim] ?? NaN)).toBe(of);
      expect(rounded(mean[row[0] + dim] ?? NaN)).toBe(value);
    }
    expect(rounded(kurtosis(square.subarray(...row)))).toBe(k);
  });
}, 120_000);

test.each(['center', 'standardize', 'top:2', 'whiten'])(
  'no mean stands out after %s, in Explore, in Compare and in `measure tails`, and tails are the same',
  async (named) => {
    const { remedy } = readRemedy(named) ?? expect.fail();
    const treatment = { cut: [], where: 'after', ...(remedy && { remedy }) } as const;
    const { before, rule } = state;
    const { sentences, specials, seed } = before?.answers ?? expect.fail();
    const treated = await engine.explore(
      exploreRequest({ sentences, specials, seed }, [], treatment),
      context,
    );
    const setting = { seat: 'main', move: { kind: 'as-they-are' }, treatment, specials, seed } as const;
    const portrait = await compareHandlers(engine).portrait({ setting, sentences }, context);
    const { tails, layers } = v.parse(Tails, await reported('tails', '--remedy', named));
    expect(zByLayer(treated).every((z) => z === 0)).toBe(true);
    expect(leadersOf(portrait).map(({ z }) => z.value)).toEqual(layers.map(() => 0));
    for (const { z } of layers) expect(z.map((one) => one.z)).toEqual(z.map(() => 0));
    for (const found of [exploredTails(treated, rule), tailsOf(portrait, rule)])
      expect(
        found
          .filter(({ scope }) => scope === 'all')
          .map(({ dim, side, layers: where }) => ({ dim, side, layers: where })),
      ).toEqual(tails);
  },
  120_000,
);

const Contribution = v.object({
  layers: v.array(v.object({ anisotropy: v.number(), top: v.array(Extreme) })),
});

test('contributions of Explore are those of `measure contribution`', async () => {
  const { layers } = v.parse(Contribution, await reported('contribution'));
  layers.forEach(({ top }, layer) => {
    const shown = selectContributions({ ...state, layer }) ?? expect.fail();
    for (const { dim, share } of top) {
      const own = shown.find((one) => one.dim === dim);
      if (own?.share !== undefined) expect([dim, percent(own.share)]).toEqual([dim, percent(share)]);
    }
    expect(shown[0]?.dim).toBe(top[0]?.dim);
  });
}, 120_000);

test.each(['after', 'inside'] as const)(
  'the anisotropy that Paper judges is that of `measure anisotropy`, cut %s',
  async (where) => {
    const cut = { ...state, view: 'paper', cut: [CUT], where } as const;
    const before = selectExact(cut) ?? expect.fail();
    const request = selectCutPortrait(cut) ?? expect.fail();
    const { anisotropy: after = expect.fail() } = await compareHandlers(engine).portrait(request, context);
    const text = await command('anisotropy', '--cut', String(CUT), '--cut-where', where);
    const rows = text
      .split('\n')
      .filter((line) => /^\s*\d+ {2}/.test(line))
      .map((line) => line.trim().split(/ {2,}/).slice(1, 3).map(Number));
    const three = (value: number | undefined): number => Number((value ?? NaN).toFixed(3));
    expect(Array.from(before, (value, l) => [three(value), three(after[l])])).toEqual(rows);
    // what is said of it has the command's figures
    const Layers = v.object({ layers: v.array(v.object({ before: v.number(), after: v.number() })) });
    const { layers } = v.parse(
      Layers,
      await reported('anisotropy', '--cut', String(CUT), '--cut-where', where),
    );
    expect(judgeAnisotropy({ before: Array.from(before), after: Array.from(after) })).toEqual(
      judgeAnisotropy({
        before: layers.map((layer) => layer.before),
        after: layers.map((layer) => layer.after),
      }),
    );
  },
  120_000,
);

const Standing = v.looseObject({ dim: v.number(), value: v.number(), rank: v.number() });
const Moved = v.object({
  dim: v.number(),
  mean: v.array(v.number()),
  z: v.array(v.number()),
  smallest: v.array(v.number()),
  largest: v.array(v.number()),
});
const Origins = v.object({
  positionEmbeddings: v.object({
    tails: v.array(v.object({ dim: v.number(), values: v.array(v.number()), ranks: v.array(v.number()) })),
  }),
  layerNorms: v.array(v.object({ gamma: v.array(Standing), beta: v.array(Standing) })),
  life: v.object({
    tails: v.array(v.object({ dim: v.number(), layers: v.array(v.record(v.string(), v.number())) })),
  }),
  positionsMoved: v.array(v.looseObject({ kind: v.string(), tails: v.array(Moved) })),
  positionOrFrequency: v.array(
    v.object({
      dim: v.number(),
      position: v.array(v.number()),
      frequency: v.array(v.number()),
      both: v.array(v.number()),
    }),
  ),
});

test('origins in the weights, lives, moved positions and what explains them are those of `measure origins`', async () => {
  const dims = selectFollowed(state);
  const found = v.parse(Origins, await reported('origins', '--dims', dims.join()));
  const { origins, life, positions } = originHandlers(engine, new HeldEncoder());

  const weights = await origins(selectOrigins(state), context);
  if (typeof weights.positions === 'string') expect.fail();
  expect(
    weights.positions.followed.map(({ dim, values, ranks }) => ({
      dim,
      values: Array.from(values, rounded),
      ranks: Array.from(ranks),
    })),
  ).toEqual(found.positionEmbeddings.tails);
  expect(found.positionEmbeddings.tails.map(({ dim }) => dim)).toEqual(dims);
  weights.norms.forEach(({ gamma, beta }, n) => {
    for (const [own, told] of [
      [gamma, found.layerNorms[n]?.gamma],
      [beta, found.layerNorms[n]?.beta],
    ] as const)
      expect(own.standings.map(({ dim, value, rank }) => [dim, rounded(value), rank])).toEqual(
        told?.map(({ dim, value, rank }) => [dim, value, rank]),
      );
  });

  const lives = await life(selectLife(state) ?? expect.fail(), context);
  found.life.tails.forEach(({ dim, layers }, d) => {
    expect(lives.dims[d]).toBe(dim);
    layers.forEach((terms, layer) => {
      const names: readonly string[] = layer === 0 ? EMBEDDING_TERMS : LAYER_TERMS;
      const own = names.map((name, t) => [
        name,
        rounded(lives.mean[(d * lives.layers + layer) * TERMS + t] ?? NaN),
      ]);
      expect(own).toEqual(names.map((name) => [name, terms[name]]));
    });
  });

  const whole = await positions(selectPositions(state) ?? expect.fail(), context);
  const room = (models[0]?.info.maxTokens ?? 0) - whole.longest;
  const byMove = new Map<PositionMove['kind'], typeof whole>([['as-they-are', whole]]);
  for (const positionMove of ['shuffled', 'shifted', 'zero'] as const) {
    const request = selectMoved({ ...state, positionMove }, room) ?? expect.fail();
    byMove.set(positionMove, await positions(request, context));
  }
  for (const { kind, tails } of found.positionsMoved) {
    const own = [...byMove].find(([move]) => move === kind)?.[1] ?? expect.fail();
    expect(
      own.followed.map(({ dim, mean, z, smallest, largest }) => ({
        dim,
        mean: Array.from(mean, rounded),
        z: Array.from(z, rounded),
        smallest: Array.from(smallest, rounded),
        largest: Array.from(largest, rounded),
      })),
    ).toEqual(tails);
  }
  expect(found.positionsMoved).toHaveLength(4);
  expect(
    whole.followed.map(({ dim, byPosition, byFrequency, byBoth }) => ({
      dim,
      position: Array.from(byPosition, rounded),
      frequency: Array.from(byFrequency, rounded),
      both: Array.from(byBoth, rounded),
    })),
  ).toEqual(found.positionOrFrequency);
}, 120_000);

const Probe = v.object({
  layers: v.array(
    v.object({
      accuracy: v.number(),
      meanContribution: v.number(),
      contribution: v.array(v.object({ dim: v.number(), c: v.number(), rank: v.number() })),
    }),
  ),
});

test('the probe of positions in Origins is that of `measure position-probe`', async () => {
  const request = selectProbe(state) ?? expect.fail();
  const own = await originHandlers(engine, new HeldEncoder())['position-probe'](request, context);
  const found = v.parse(Probe, await reported('position-probe', '--dims', request.dims.join()));
  own.layers.forEach(({ accuracy, followed, meanContribution }, layer) => {
    const told = found.layers[layer] ?? expect.fail();
    expect(unit(accuracy, 4)).toBe(unit(told.accuracy, 4));
    expect(rounded(meanContribution)).toBe(told.meanContribution);
    followed.forEach(({ dim, c, rank }, i) => {
      expect({ dim, c: rounded(c), rank }).toEqual(told.contribution[i]);
    });
  });
  expect(found.layers).toHaveLength(own.layers.length);
}, 120_000);

const Apart = v.object({
  layers: v.array(
    v.object({ largest: v.number(), mean: v.number(), cosine: v.number(), lowestCosine: v.number() }),
  ),
});

test('how far two models are apart is that of `measure compare`', async () => {
  const { sentences, specials } = selectWanted(state);
  const { layers } = await engine.difference({ sentences, specials }, context);
  const found = v.parse(Apart, await reported('compare', '--against', MODELS[1] ?? ''));
  expect(
    layers.map(({ largest, mean, cosine, lowestCosine }) => ({
      largest: rounded(largest),
      mean: rounded(mean),
      cosine: rounded(cosine),
      lowestCosine: rounded(lowestCosine),
    })),
  ).toEqual(found.layers);
  expect(decimal(layers[1]?.mean ?? NaN, 3)).not.toBe(decimal(0, 3));
}, 120_000);

/** The geometry of the page, run anew, and the command's control. */
test('contributions after a cut in Geometry are those of `measure contribution`', async () => {
  const { sentences, specials, seed } = selectWanted(state);
  const result = await experimentHandlers(engine).geometry(
    {
      sentences,
      specials,
      seed,
      treatment: { cut: [CUT], where: 'after' },
      columns: [],
      pairs: 1000,
      points: 0,
    },
    context,
  );
  const { layers } = v.parse(Contribution, await reported('contribution', '--cut', String(CUT)));
  const after = result.after?.contribution ?? expect.fail();
  layers.forEach(({ anisotropy, top }, layer) => {
    const own = after.subarray(layer * result.dims, (layer + 1) * result.dims);
    expect(unit(result.after?.anisotropy?.[layer] ?? NaN, 3)).toBe(unit(anisotropy, 3));
    for (const { dim, share } of top)
      expect(unit((own[dim] ?? NaN) / (result.after?.anisotropy?.[layer] ?? NaN), 3)).toBe(unit(share, 3));
  });
}, 120_000);
