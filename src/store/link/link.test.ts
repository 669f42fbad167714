import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_HUB, type RemotePlace } from '../../checkpoint/sources/index.ts';
import type { Remedy } from '../../measures/remedy.ts';
import type { ModelChoice, NamedModel } from '../state.ts';
import { deflateText } from './deflate.ts';
import { HOME, INITIAL_LINK_STATE, LINK_KEYS, LONGEST_LINK_TEXT, type LinkState } from './keys.ts';
import { isRapid, readLink, stepsOf, writeLink } from './link.ts';
import { PAPER_RUNS } from './paper-codec.ts';

const sha256 = fc.stringMatching(/^[0-9a-f]{64}$/);
const fileName = fc.stringMatching(/^[\p{L}\p{N} &=#%.:-]{1,40}$/u);
const file = fc.record({ name: fileName, sha256 });
const dim = fc.integer({ min: 0, max: 65_535 });

const idPart = fc.stringMatching(/^[A-Za-z0-9_][\w-]{0,20}$/);
const place: fc.Arbitrary<RemotePlace> = fc.oneof(
  fc.record({
    kind: fc.constant('hub' as const),
    hub: fc.constantFrom(DEFAULT_HUB, 'https://mirror.example', 'http://localhost:4000/hub,1'),
    id: fc.oneof(
      idPart,
      fc.tuple(idPart, idPart).map((parts) => parts.join('/')),
    ),
    revision: fc.oneof(fc.stringMatching(/^[0-9a-f]{40}$/), fc.constant('refs/pr/1')),
  }),
  fc.record({
    kind: fc.constant('folder' as const),
    folder: fc.constantFrom(
      'https://example.org/a%20b/',
      'https://example.org/,m,/',
      'http://127.0.0.1:8/x/',
    ),
  }),
);
const remote = fc.record({
  place,
  weights: fc.constantFrom('model.safetensors', 'model.safetensors.index.json', 'onnx/model_q4.onnx'),
  bytes: fc.option(fc.nat(), { nil: undefined }),
  sha256: fc.option(sha256, { nil: undefined }),
});

const dataFile = fc.option(
  file.map((one) => ({ ...one, data: undefined })),
  { nil: undefined },
);
const remedy: fc.Arbitrary<Remedy | undefined> = fc.oneof(
  fc.constant(undefined),
  fc.constantFrom('center' as const, 'standardize' as const, 'whiten' as const).map((kind) => ({ kind })),
  fc.integer({ min: 1, max: 9999 }).map((components) => ({ kind: 'top' as const, components })),
);

const side = fc.record({
  model: fc.constantFrom('main', 'beside'),
  positions: fc.constantFrom('as-they-are', 'shuffled', 'shifted', 'zero'),
  cut: fc.constantFrom('none', 'after', 'inside', 'random'),
  remedy,
});
const item = fc.option(fc.nat(9999), { nil: undefined });
const line = fc.stringMatching(/^[\p{L}\p{N} .,'"-]{0,40}$/u);

const linkState: fc.Arbitrary<LinkState> = fc.record({
  view: fc.constantFrom('explore' as const, 'models' as const),
  typed: fc.string({ unit: 'binary', maxLength: 300 }),
  file: fc.option(
    file.map((f) => ({ ...f, content: undefined })),
    { nil: undefined },
  ),
  column: fc.option(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }), { nil: undefined }),
  specials: fc.constantFrom('include' as const, 'exclude' as const),
  seed: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
  rule: fc.record({
    share: fc.integer({ min: 5, max: 100 }).map((n) => n / 100),
    z: fc.integer({ min: 4, max: 40 }).map((n) => n / 2),
  }),
  extreme: fc.constantFrom('auto', 'min', 'max'),
  matrix: fc.constantFrom('words' as const, 'tokens' as const, 'sentences' as const),
  cut: fc.uniqueArray(dim, { maxLength: 20 }).map((dims) => dims.sort((a, b) => a - b)),
  where: fc.constantFrom('after' as const, 'inside' as const),
  remedy,
  against: fc
    .record({ cut: fc.boolean(), where: fc.constantFrom(undefined, 'after', 'inside'), remedy })
    // of nothing cut a link does not say where
    .map((side) => (side.cut ? side : { ...side, where: undefined })),
  againstCut: fc.option(
    fc.uniqueArray(dim, { maxLength: 20 }).map((dims) => dims.sort((a, b) => a - b)),
    { nil: undefined },
  ),
  control: fc.boolean(),
  draws: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
  randomCuts: fc.boolean(),
  randomBand: fc.boolean(),
  layer: fc.option(fc.integer({ min: 0, max: 256 }), { nil: undefined }),
  dimension: fc.option(dim, { nil: undefined }),
  birthMeasure: fc.constantFrom('share', 'z', 'kurtosis', 'anisotropy', 'gamma', 'beta'),
  birthAxis: fc.constantFrom('log' as const, 'linear' as const),
  dataFiles: fc.record({
    wic: dataFile,
    wsd: dataFile,
    words: fc.oneof(
      dataFile,
      fc.tuple(file, fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 })).map(([one, column]) => ({
        ...one,
        data: undefined,
        column,
      })),
    ),
    sts: dataFile,
    trees: dataFile,
    labels: dataFile,
  }),
  opened: fc.record({
    wic: item,
    threshold: item,
    wsd: item,
    lemma: item,
    word: item,
    sts: item,
    tree: item,
  }),
  distance: fc.constantFrom('cosine', 'l1', 'l2'),
  correlation: fc.constantFrom('spearman', 'pearson'),
  playground: fc.record({
    word: line,
    lines: fc.array(fc.record({ text: line, sense: fc.nat(3) }), { maxLength: 12 }),
  }),
  ownSentence: fc.string({ unit: 'binary', maxLength: 100 }),
  sideA: side,
  sideB: side,
  masked: fc.string({ unit: 'binary', maxLength: 100 }),
  positionMove: fc.constantFrom('as-they-are', 'shuffled', 'shifted', 'zero'),
  lifeToken: fc.option(fc.nat(9_999), { nil: undefined }),
  paperRuns: fc.subarray([...PAPER_RUNS]),
  modelAsked: fc.oneof<fc.Arbitrary<ModelChoice>[]>(
    fc.constant({ kind: 'default' as const }),
    fc.stringMatching(/^[\w.-]{1,40}$/).map((id) => ({ kind: 'bundled' as const, id })),
    file.map((f) => ({ kind: 'files' as const, ...f })),
    remote.map((name) => ({ kind: 'remote' as const, ...name })),
  ),
  besideAsked: fc.oneof<fc.Arbitrary<NamedModel | undefined>[]>(
    fc.constant(undefined),
    fc.stringMatching(/^[\w.-]{1,40}$/).map((id) => ({ kind: 'bundled' as const, id })),
    file.map((f) => ({ kind: 'files' as const, ...f })),
    remote.map((name) => ({ kind: 'remote' as const, ...name })),
  ),
});

describe('a link', () => {
  test('gives back every state it was written from', async () => {
    await fc.assert(
      fc.asyncProperty(linkState, async (state) => {
        expect(await readLink(`#${await writeLink(state)}`)).toEqual({ state, unread: [] });
      }),
    );
  });

  test('keeps a lone surrogate, an emoji and right-to-left text as they were', async () => {
    const typed = 'lone \ud83d, whole 😀, שלום';
    const { state } = await readLink(await writeLink({ ...INITIAL_LINK_STATE, typed }));
    expect(state.typed).toBe(typed);
  });

  test('is empty for the page as it first opens', async () => {
    expect(await writeLink(INITIAL_LINK_STATE)).toBe('');
  });

  test('is readable where it can be', async () => {
    const link = await writeLink({ ...INITIAL_LINK_STATE, cut: [99, 223], layer: 5, where: 'inside' });
    expect(link).toBe('v=1&layer=5&cut=99,223&where=inside');
  });

  test('survives any garbage, each part of which is its default or within its bounds', async () => {
    const junk = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.webFragments());
    const part = fc.tuple(fc.constantFrom(...Object.values(LINK_KEYS).map(({ key }) => key)), junk);
    const fragment = fc
      .array(
        fc.oneof(
          junk,
          part.map(([key, value]) => `${key}=${value}`),
        ),
      )
      .map((p) => p.join('&'));
    await fc.assert(
      fc.asyncProperty(fragment, async (garbage) => {
        const { state } = await readLink(garbage);
        const again = await readLink(await writeLink(state));
        expect(again).toEqual({ state, unread: [] });
      }),
    );
  });

  test('names the parts it could not read, and reads the others', async () => {
    const { state, unread } = await readLink('#v=1&layer=-3&cut=9,x&where=inside&colour=red&text=%%%');
    expect(unread).toEqual(['layer', 'cut', 'colour', 'text']);
    expect(state).toEqual({ ...INITIAL_LINK_STATE, where: 'inside' });
  });

  test('of before reads as it did: a cut on the side before is where the switches cut', async () => {
    const { state, unread } = await readLink('v=1&cut=81&where=inside&against=cut%2Bwhiten&a=main,zero,none');
    expect(unread).toEqual([]);
    expect(state.against).toEqual({ cut: true, where: undefined, remedy: { kind: 'whiten' } });
    expect(state.sideA).toEqual({ model: 'main', positions: 'zero', cut: 'none', remedy: undefined });
    const placed = await readLink('v=1&cut=81&against=cut-inside&b=beside,as-they-are,after,top:3');
    expect(placed.state.against).toEqual({ cut: true, where: 'inside', remedy: undefined });
    expect(placed.state.sideB.remedy).toEqual({ kind: 'top', components: 3 });
    expect(placed.state.againstCut).toBeUndefined();
    expect((await readLink('v=1&against=cut-elsewhere&b=main,zero,none,wash')).unread).toEqual([
      'against',
      'b',
    ]);
  });

  test('of another version says so', async () => {
    expect((await readLink('v=2&layer=1')).unread).toEqual(['v']);
  });

  test('refuses a text that inflates beyond the limit', async () => {
    const bomb = await deflateText('a'.repeat(LONGEST_LINK_TEXT * 10));
    expect(bomb.length).toBeLessThan(5000);
    expect((await readLink(`text=${bomb}`)).unread).toEqual(['text']);
  });

  test('leaves out a text that would not be read back', async () => {
    const typed = 'a'.repeat(LONGEST_LINK_TEXT + 1);
    expect(await writeLink({ ...INITIAL_LINK_STATE, typed, layer: 2 })).toBe('v=1&layer=2');
  });

  test('declares each key that lives in links once', () => {
    const linked = Object.entries(HOME).flatMap(([key, home]) => (home === 'link' ? [key] : []));
    expect(Object.keys(LINK_KEYS).sort()).toEqual(linked.sort());
    const names = Object.values(LINK_KEYS).map(({ key }) => key);
    expect(new Set(names).size).toBe(names.length);
  });
});

test('a choice is a step for Back, typing is not', () => {
  expect(stepsOf(INITIAL_LINK_STATE, { ...INITIAL_LINK_STATE, cut: [3] })).toEqual(['cut']);
  expect(stepsOf(INITIAL_LINK_STATE, { ...INITIAL_LINK_STATE, typed: 'more' })).toEqual([]);
  expect(isRapid(['dimension'])).toBe(true);
  expect(isRapid(['cut'])).toBe(false);
});
