import { parseArgs } from 'node:util';
import { DEFAULT_HUB, readHub } from '../checkpoint/sources/index.ts';
import { TailscopeError } from '../core/error.ts';
import { readRemedy, type Remedy } from '../measures/remedy.ts';
import type { PositionMove } from '../protocol/experiments/positions.ts';
import type { Treatment } from '../protocol/experiments/treatment.ts';
import { idleFlags } from './idle-settings.ts';

export const EXPERIMENTS = [
  'tails',
  'anisotropy',
  'contribution',
  'self-similarity',
  'geometry',
  'wic',
  'wsd',
  'sts',
  'syntax',
  'classifier',
  'origins',
  'position-probe',
  'states',
  'predict',
  'compare',
] as const;
export type ExperimentName = (typeof EXPERIMENTS)[number];
/** One experiment, or every one that the data at hand allows. */
export type Asked = ExperimentName | 'all';

/** Those whose parts add up. */
const WITH_SHARDS: readonly Asked[] = ['tails', 'anisotropy', 'contribution', 'self-similarity', 'geometry'];
const REMEDIES = ['none', 'center', 'standardize', 'top:K', 'whiten'] as const;

/** Where the sentences come from. */
export type DataSource =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'text'; readonly text: string }
  /** Nothing, of an experiment that can do without. */
  | { readonly kind: 'none' };

/** Experiments on a model's weights, to which a text is an addition. */
const WITHOUT_DATA: ReadonlySet<Asked> = new Set(['origins']);

export interface Shard {
  readonly part: number;
  readonly of: number;
}

/** What the command was asked. */
export interface Arguments<E extends Asked = Asked> {
  readonly experiment: E;
  /** Its folder, its id on a hub, or the address of a folder. */
  readonly model: string;
  /** The hub that ids are looked up at, and where what is fetched is kept: undefined for the usual folder. */
  readonly hub: string;
  readonly cache: string | undefined;
  /** Which of the model's weights, where there are several. */
  readonly weights: string | undefined;
  /** The model to compare with, and which of its weights. */
  readonly against: string | undefined;
  readonly againstWeights: string | undefined;
  readonly data: DataSource;
  /** Column of a .tsv or .csv that holds the sentences. */
  readonly column: string | undefined;
  /** What to learn from, where that is a file of its own. */
  readonly train: string | undefined;
  /** How words are hidden to measure a loss; undefined where predict is asked for words. */
  readonly loss: 'each' | 'seeded' | undefined;
  /** Dimensions to follow. */
  readonly dims: readonly number[];
  readonly cut: readonly number[];
  readonly cutWhere: 'after' | 'inside';
  /** Applied to what the cut leaves. */
  readonly remedy: Remedy | undefined;
  /** A text that remedies are fitted on, in place of the data. */
  readonly remedyData: string | undefined;
  /** What stands before; vectors as they are where it is undefined. */
  readonly base: Treatment | undefined;
  /** What the network is told of positions. */
  readonly positions: PositionMove;
  /** Whether as many random dimensions are cut in place of `cut`, too, to compare with. */
  readonly control: boolean;
  readonly specials: 'include' | 'exclude';
  readonly seed: number;
  readonly limit: number | undefined;
  /** Only every `of`th sentence, beginning with the `part`th; from 1. */
  readonly shard: Shard | undefined;
  readonly threads: number | undefined;
  readonly out: string | undefined;
  readonly json: boolean;
}

const OPTIONS = {
  model: { type: 'string' },
  hub: { type: 'string', default: DEFAULT_HUB },
  cache: { type: 'string' },
  weights: { type: 'string' },
  against: { type: 'string' },
  'against-weights': { type: 'string' },
  data: { type: 'string' },
  text: { type: 'string' },
  column: { type: 'string' },
  train: { type: 'string' },
  loss: { type: 'string' },
  dims: { type: 'string', multiple: true },
  cut: { type: 'string', multiple: true },
  'cut-where': { type: 'string', default: 'after' },
  remedy: { type: 'string', default: 'none' },
  'remedy-data': { type: 'string' },
  'against-cut': { type: 'string', multiple: true },
  'against-cut-where': { type: 'string' },
  'against-remedy': { type: 'string' },
  positions: { type: 'string' },
  control: { type: 'boolean', default: false },
  specials: { type: 'string', default: 'include' },
  seed: { type: 'string', default: '1' },
  limit: { type: 'string' },
  shard: { type: 'string' },
  threads: { type: 'string' },
  out: { type: 'string' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

/**
 * Reads a command line.
 * @returns 'help' where it asks for that
 * @throws TailscopeError("usage-experiment" | "usage-flag" | "usage-extra" | "usage-missing" | "usage-both" |
 * "usage-value")
 */
export function readArguments(argv: readonly string[]): Arguments | 'help' {
  const { values, positionals } = parse(argv);
  if (values.help) return 'help';
  const [named, ...more] = positionals;
  const known = [...EXPERIMENTS, 'all'] as const;
  const experiment = known.find((one) => one === named);
  if (!experiment) throw TailscopeError.of('usage-experiment', { found: named, known });
  if (more[0] !== undefined) throw TailscopeError.of('usage-extra', { word: more[0] });
  const { out } = values;
  if (experiment === 'states' && out === undefined)
    throw TailscopeError.of('usage-missing', { flag: '--out' });
  const { against, 'against-weights': againstWeights } = values;
  if (experiment === 'compare' && against === undefined && againstWeights === undefined)
    throw TailscopeError.of('usage-missing', { flag: '--against' });
  const remedy = remedyOf('--remedy', values.remedy);
  const { control } = values;
  const base = baseOf(values);
  const seed = whole('--seed', values.seed, 0);
  const positions = positionsOf(values.positions, seed);
  const cut = dimensions('--cut', values.cut);
  const cutWhere = oneOf('--cut-where', values['cut-where'], ['after', 'inside'] as const);
  const [idle] = idleFlags({ experiment, cut, cutWhere, remedy, base, positions, control });
  if (idle !== undefined) throw TailscopeError.of('usage-not-here', { flag: idle, experiment });
  const shard = values.shard === undefined ? undefined : shardOf(values.shard);
  if (shard && !WITH_SHARDS.includes(experiment))
    throw TailscopeError.of('usage-not-here', { flag: '--shard', experiment });
  // a remedy is fitted on all of the data
  if (shard && remedy) throw TailscopeError.of('usage-both', { flags: ['--shard', '--remedy'] });
  if (shard && base?.remedy)
    throw TailscopeError.of('usage-both', { flags: ['--shard', '--against-remedy'] });
  const { 'remedy-data': remedyData } = values;
  if (remedyData !== undefined && !remedy && !base?.remedy)
    throw TailscopeError.of('usage-missing', { flag: '--remedy' });
  return {
    experiment,
    model: required('--model', values.model),
    hub: readHub(values.hub),
    cache: values.cache,
    weights: values.weights,
    against,
    againstWeights,
    data: readSource(experiment, values.data, values.text),
    column: values.column,
    train: values.train,
    loss: values.loss === undefined ? undefined : oneOf('--loss', values.loss, ['each', 'seeded'] as const),
    dims: dimensions('--dims', values.dims),
    cut,
    cutWhere,
    remedy,
    remedyData,
    base,
    positions,
    control,
    specials: oneOf('--specials', values.specials, ['include', 'exclude']),
    seed,
    limit: values.limit === undefined ? undefined : whole('--limit', values.limit, 1),
    shard,
    threads: values.threads === undefined ? undefined : whole('--threads', values.threads, 1),
    out,
    // a shard is for merging, and is nothing to read
    json: values.json || shard !== undefined,
  };
}

function shardOf(found: string): Shard {
  const [, part, of] = /^(\d{1,6})\/(\d{1,6})$/.exec(found) ?? [];
  const shard = { part: Number(part), of: Number(of) };
  if (part !== undefined && shard.part >= 1 && shard.part <= shard.of) return shard;
  throw TailscopeError.of('usage-value', { flag: '--shard', found, wanted: ['1/4', '2/4'] });
}

/** What is to stand before; undefined where that is vectors as they are. */
function baseOf(values: {
  readonly 'against-cut'?: string[] | undefined;
  readonly 'against-cut-where'?: string | undefined;
  readonly 'against-remedy'?: string | undefined;
}): Treatment | undefined {
  const { 'against-cut': lists, 'against-cut-where': place, 'against-remedy': named } = values;
  const cut = dimensions('--against-cut', lists);
  if (place !== undefined && cut.length === 0)
    throw TailscopeError.of('usage-missing', { flag: '--against-cut' });
  const where = oneOf('--against-cut-where', place ?? 'after', ['after', 'inside'] as const);
  const remedy = remedyOf('--against-remedy', named ?? 'none');
  if (cut.length === 0 && !remedy) return undefined;
  return { cut, where, ...(remedy && { remedy }) };
}

const POSITIONS = ['as-they-are', 'shuffled', 'zero', 'shift:N'] as const;

/** @param seed of the order in which they are shuffled */
function positionsOf(found: string | undefined, seed: number): PositionMove {
  if (found === undefined || found === 'as-they-are') return { kind: 'as-they-are' };
  if (found === 'zero') return { kind: found };
  if (found === 'shuffled') return { kind: found, seed };
  const [, by] = /^shift:(\d{1,6})$/.exec(found) ?? [];
  if (by !== undefined && Number(by) >= 1) return { kind: 'shifted', by: Number(by) };
  throw TailscopeError.of('usage-value', { flag: '--positions', found, wanted: POSITIONS });
}

function remedyOf(flag: string, found: string): Remedy | undefined {
  const read = readRemedy(found);
  if (!read) throw TailscopeError.of('usage-value', { flag, found, wanted: REMEDIES });
  return read.remedy;
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: withNegatives(argv), options: OPTIONS, allowPositionals: true });
  } catch (error) {
    // Node's first sentence names the flag; what follows is advice about dashes
    const problem = (error instanceof Error ? error.message : String(error)).split(/\.\s|\n/)[0] ?? '';
    throw TailscopeError.of('usage-flag', { problem: problem.replace(/\.$/, '') }, error);
  }
}

/** Dimensions in one list or several, each once. */
function dimensions(flag: string, lists: readonly string[] = []): number[] {
  return [...new Set(lists.flatMap((list) => list.split(',')))].map((one) => whole(flag, one, 0));
}

function readSource(experiment: Asked, path: string | undefined, text: string | undefined): DataSource {
  if (path === undefined && text === undefined && WITHOUT_DATA.has(experiment)) return { kind: 'none' };
  if (text === undefined) return { kind: 'file', path: required('--data', path) };
  if (path !== undefined) throw TailscopeError.of('usage-both', { flags: ['--data', '--text'] });
  return { kind: 'text', text };
}

/** A value that begins with a minus belongs to the flag before it, where Node would take it for a flag. */
function withNegatives(argv: readonly string[]): string[] {
  const args: string[] = [];
  for (const word of argv) {
    const flag = args.at(-1);
    if (flag !== undefined && takesValue(flag) && /^-\d/.test(word)) args.splice(-1, 1, `${flag}=${word}`);
    else args.push(word);
  }
  return args;
}

function takesValue(word: string): boolean {
  return Object.entries(OPTIONS).some(([name, { type }]) => type === 'string' && word === `--${name}`);
}

function required(flag: string, value: string | undefined): string {
  if (value === undefined || value === '') throw TailscopeError.of('usage-missing', { flag });
  return value;
}

function oneOf<T extends string>(flag: string, found: string, known: readonly T[]): T {
  const value = known.find((one) => one === found);
  if (value === undefined) throw TailscopeError.of('usage-value', { flag, found, wanted: known });
  return value;
}

function whole(flag: string, found: string, least: number): number {
  const value = Number(found);
  if (/^\d+$/.test(found.trim()) && value >= least && Number.isSafeInteger(value)) return value;
  throw TailscopeError.of('usage-value', { flag, found, wanted: { least } });
}
