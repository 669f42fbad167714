import { DEFAULT_TAIL_RULE, SHARE_RANGE, Z_RANGE } from '../../measures/tail-rule.ts';
import { strings } from '../../strings/index.ts';
import type { FileName, ModelChoice, NamedModel, State, TextFile, Thresholds } from '../state.ts';
import { type Codec, type Parsed, decimalNumber, onOff, oneOf, optionalWhole, wholeNumber } from './codec.ts';
import { VIEW_IDS } from '../view.ts';
import { DISTANCES } from '../../measures/neighbour-distances.ts';
import { EXAMPLE_PLAY } from '../trials/playground.ts';
import { deflateText, inflateText } from './deflate.ts';
import { DATA_CODEC, OPENED_CODEC, playgroundCodec, sentenceCodec } from './lab-codecs.ts';
import { PAPER_CODEC } from './paper-codec.ts';
import { AGAINST_CODEC, REMEDY_CODEC } from './remedy-codecs.ts';
import { sideCodec } from './side-codec.ts';
import { readRemoteName, writeRemoteName } from './remote-name.ts';

/** Characters of text a link may carry. */
export const LONGEST_LINK_TEXT = 200_000;
const MOST_LAYERS = 256;
const MOST_DIMS = 65_536;
const MOST_CUT = 512;
const MOST_LIFE_TOKEN = 10_000;
/** Dimensions are to be chosen, and none is yet. */
const NO_DIMS = 'none';
const MOST_SEED = 2 ** 32 - 1;

/** Where each key of the state lives when the page is closed. */
type Home = 'link' | 'storage' | 'nowhere';

/** Every key of the state must say; the compiler refuses one that does not. */
export const HOME = {
  view: 'link',
  typed: 'link',
  file: 'link',
  column: 'link',
  specials: 'link',
  seed: 'link',
  rule: 'link',
  matrix: 'link',
  extreme: 'link',
  cut: 'link',
  where: 'link',
  remedy: 'link',
  against: 'link',
  againstCut: 'link',
  control: 'link',
  draws: 'link',
  randomCuts: 'link',
  randomBand: 'link',
  layer: 'link',
  dimension: 'link',
  modelAsked: 'link',
  besideAsked: 'link',
  birthMeasure: 'link',
  birthAxis: 'link',
  dataFiles: 'link',
  opened: 'link',
  distance: 'link',
  correlation: 'link',
  playground: 'link',
  ownSentence: 'link',
  masked: 'link',
  sideA: 'link',
  sideB: 'link',
  positionMove: 'link',
  lifeToken: 'link',
  paperRuns: 'link',
  theme: 'storage',
  device: 'storage',
  hub: 'storage',
  hoveredDimension: 'nowhere',
  hoveredToken: 'nowhere',
  modelFiles: 'nowhere',
  modelFolders: 'nowhere',
  remoteModels: 'nowhere',
  choosing: 'nowhere',
  lookup: 'nowhere',
  peeking: 'nowhere',
  download: 'nowhere',
  stored: 'nowhere',
  bundled: 'nowhere',
  cards: 'nowhere',
  model: 'nowhere',
  beside: 'nowhere',
  besideWatched: 'nowhere',
  besideShown: 'nowhere',
  besideFailure: 'nowhere',
  difference: 'nowhere',
  before: 'nowhere',
  inside: 'nowhere',
  insideSwitched: 'nowhere',
  based: 'nowhere',
  running: 'nowhere',
  runningInside: 'nowhere',
  runningBased: 'nowhere',
  failure: 'nowhere',
  stopped: 'nowhere',
  matrixBefore: 'nowhere',
  matrixInside: 'nowhere',
  matrixBased: 'nowhere',
  fetched: 'nowhere',
  vector: 'nowhere',
  examples: 'nowhere',
  trials: 'nowhere',
  notices: 'nowhere',
} as const satisfies Record<keyof State, Home>;

type LinkKey = { [K in keyof State]: (typeof HOME)[K] extends 'link' ? K : never }[keyof State];

/** The part of the state that a link carries. */
export type LinkState = Pick<State, LinkKey>;

/** Every linked key's codec, in the order links name them. */
export const LINK_KEYS: { readonly [K in LinkKey]: Codec<LinkState[K]> } = {
  view: oneOf('view', VIEW_IDS, 'explore'),
  modelAsked: {
    key: 'model',
    initial: { kind: 'default' },
    step: true,
    write: writeModel,
    read: readModel,
  },
  besideAsked: {
    key: 'beside',
    initial: undefined,
    step: true,
    write: (model) => (model === undefined ? '' : writeModel(model)),
    read: readModel,
  },
  layer: optionalWhole('layer', MOST_LAYERS),
  dimension: optionalWhole('dim', MOST_DIMS - 1),
  cut: { key: 'cut', initial: [], step: true, write: (dims) => dims.join(','), read: readDims },
  where: oneOf('where', ['after', 'inside'], 'after'),
  remedy: REMEDY_CODEC,
  against: AGAINST_CODEC,
  againstCut: {
    key: 'against-cut',
    initial: undefined,
    step: true,
    write: (dims) => (dims === undefined ? '' : dims.length === 0 ? NO_DIMS : dims.join(',')),
    read: (text) => readDims(text === NO_DIMS ? '' : text),
  },
  control: onOff('control', false),
  draws: {
    key: 'draw',
    initial: 0,
    step: true,
    write: String,
    read: (text) => wholeNumber(text, 0, MOST_SEED),
  },
  randomCuts: onOff('random', true),
  randomBand: onOff('band', false),
  birthMeasure: oneOf('birth', ['share', 'z', 'kurtosis', 'anisotropy', 'gamma', 'beta'], 'share'),
  birthAxis: oneOf('axis', ['log', 'linear'], 'log'),
  sideA: sideCodec('a', { model: 'main', positions: 'as-they-are', cut: 'none', remedy: undefined }),
  sideB: sideCodec('b', { model: 'beside', positions: 'as-they-are', cut: 'none', remedy: undefined }),
  positionMove: oneOf('move', ['as-they-are', 'shuffled', 'shifted', 'zero'], 'as-they-are'),
  lifeToken: optionalWhole('life', MOST_LIFE_TOKEN),
  paperRuns: PAPER_CODEC,
  matrix: oneOf('matrix', ['words', 'tokens', 'sentences'], 'words'),
  extreme: oneOf('extreme', ['auto', 'min', 'max'], 'auto'),
  specials: oneOf('specials', ['include', 'exclude'], 'include'),
  rule: {
    key: 'rule',
    initial: { share: DEFAULT_TAIL_RULE.share, z: DEFAULT_TAIL_RULE.z },
    step: false,
    write: (rule) => `${rule.share},${rule.z}`,
    read: readRule,
  },
  seed: {
    key: 'seed',
    initial: 1,
    step: false,
    write: String,
    read: (text) => wholeNumber(text, 0, MOST_SEED),
  },
  file: {
    key: 'file',
    initial: undefined,
    step: true,
    write: (file) => (file === undefined ? '' : writeFile(file)),
    read: (text): Parsed<TextFile> => {
      const file = readFile(text);
      return file && { value: { ...file, content: undefined } };
    },
  },
  column: {
    key: 'column',
    initial: undefined,
    step: true,
    write: (name) => name ?? '',
    read: (text) => (/^[^\p{Cc}]{1,100}$/u.test(text) ? { value: text } : undefined),
  },
  dataFiles: DATA_CODEC,
  opened: OPENED_CODEC,
  distance: oneOf('distance', DISTANCES, 'cosine'),
  correlation: oneOf('correlation', ['spearman', 'pearson'], 'spearman'),
  playground: playgroundCodec(EXAMPLE_PLAY),
  masked: sentenceCodec('masked', strings.predictView.example),
  ownSentence: sentenceCodec('sentence', strings.lab.own.example),
  typed: {
    key: 'text',
    initial: strings.explore.example,
    step: false,
    // a link that would not be read back opens on the example: the page says so
    write: (text) => (text.length > LONGEST_LINK_TEXT ? '' : deflateText(text)),
    read: async (packed) => {
      const text = await inflateText(packed, LONGEST_LINK_TEXT);
      return text === undefined ? undefined : { value: text };
    },
  },
};

/** The state of a link that names nothing. */
export const INITIAL_LINK_STATE: LinkState = {
  view: LINK_KEYS.view.initial,
  typed: LINK_KEYS.typed.initial,
  file: LINK_KEYS.file.initial,
  column: LINK_KEYS.column.initial,
  specials: LINK_KEYS.specials.initial,
  seed: LINK_KEYS.seed.initial,
  rule: LINK_KEYS.rule.initial,
  matrix: LINK_KEYS.matrix.initial,
  extreme: LINK_KEYS.extreme.initial,
  cut: LINK_KEYS.cut.initial,
  where: LINK_KEYS.where.initial,
  remedy: LINK_KEYS.remedy.initial,
  against: LINK_KEYS.against.initial,
  againstCut: LINK_KEYS.againstCut.initial,
  control: LINK_KEYS.control.initial,
  draws: LINK_KEYS.draws.initial,
  randomCuts: LINK_KEYS.randomCuts.initial,
  randomBand: LINK_KEYS.randomBand.initial,
  layer: LINK_KEYS.layer.initial,
  dimension: LINK_KEYS.dimension.initial,
  modelAsked: LINK_KEYS.modelAsked.initial,
  besideAsked: LINK_KEYS.besideAsked.initial,
  birthMeasure: LINK_KEYS.birthMeasure.initial,
  birthAxis: LINK_KEYS.birthAxis.initial,
  dataFiles: LINK_KEYS.dataFiles.initial,
  opened: LINK_KEYS.opened.initial,
  distance: LINK_KEYS.distance.initial,
  correlation: LINK_KEYS.correlation.initial,
  playground: LINK_KEYS.playground.initial,
  ownSentence: LINK_KEYS.ownSentence.initial,
  masked: LINK_KEYS.masked.initial,
  sideA: LINK_KEYS.sideA.initial,
  sideB: LINK_KEYS.sideB.initial,
  positionMove: LINK_KEYS.positionMove.initial,
  lifeToken: LINK_KEYS.lifeToken.initial,
  paperRuns: LINK_KEYS.paperRuns.initial,
};

function readDims(text: string): Parsed<readonly number[]> {
  if (text === '') return { value: [] };
  const parts = text.split(',');
  const dims = parts.map((part) => wholeNumber(part, 0, MOST_DIMS - 1)?.value);
  if (parts.length > MOST_CUT || !dims.every((dim) => dim !== undefined)) return undefined;
  return { value: [...new Set(dims)].sort((a, b) => a - b) };
}

function readRule(text: string): Parsed<Thresholds> {
  const [shareText = '', zText = '', ...rest] = text.split(',');
  const share = decimalNumber(shareText, ...SHARE_RANGE);
  const z = decimalNumber(zText, ...Z_RANGE);
  return share && z && rest.length === 0 ? { value: { share: share.value, z: z.value } } : undefined;
}

function writeFile(file: FileName): string {
  return `${file.sha256}:${file.name}`;
}

function readFile(text: string): FileName | undefined {
  const [, sha256, name] = /^([0-9a-f]{64}):([^\p{Cc}]{1,255})$/su.exec(text) ?? [];
  return sha256 === undefined || name === undefined ? undefined : { sha256, name };
}

function writeModel(model: ModelChoice): string {
  switch (model.kind) {
    case 'default':
      return '';
    case 'bundled':
      return model.id;
    case 'files':
      return writeFile(model);
    case 'remote':
      return writeRemoteName(model);
  }
}

function readModel(text: string): Parsed<NamedModel> {
  const file = readFile(text);
  if (file) return { value: { kind: 'files', ...file } };
  const remote = readRemoteName(text);
  if (remote) return { value: { kind: 'remote', ...remote } };
  return /^[\w.-]{1,100}$/.test(text) ? { value: { kind: 'bundled', id: text } } : undefined;
}
