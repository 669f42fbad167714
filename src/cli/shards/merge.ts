import * as v from 'valibot';
import { TailscopeError } from '../../core/error.ts';
import { strings } from '../../strings/index.ts';
import { readText } from '../data-files.ts';
import { ADDITIVE } from '../experiments/index.ts';
import { treatedText } from '../treated-text.ts';
import { addSums, keptJson, sumsJson, type Kept, type Sums } from './sums.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const shardReport = v.object({
  experiment: v.picklist([...ADDITIVE.keys()]),
  model: v.looseObject({ id: v.string(), sha256: v.string(), layers: count, dims: count }),
  data: v.object({
    name: v.string(),
    sha256: v.string(),
    empty: v.optional(v.object({ count, lines: v.array(count) })),
    sentences: count,
    tokens: count,
    truncated: v.array(count),
  }),
  settings: v.looseObject({
    cut: v.array(v.number()),
    cutWhere: v.string(),
    remedy: v.string(),
    against: v.optional(v.object({ cut: v.array(v.number()), cutWhere: v.string(), remedy: v.string() })),
    positions: v.optional(v.string()),
    specials: v.string(),
    seed: count,
  }),
  shard: v.object({ part: count, of: count }),
  sums: sumsJson,
  same: v.record(v.string(), v.unknown()),
  kept: keptJson,
  seconds: v.number(),
  version: v.string(),
});
type ShardReport = v.InferOutput<typeof shardReport>;

/**
 * The report of an experiment from the reports of all its shards: what the single pass over the text would have printed, the
 * seconds being those of all shards together.
 * @throws TailscopeError("shard-invalid" | "shard-differs" | "shard-missing" | "shard-twice" | "usage-missing" | ...)
 */
export async function mergeShards(files: readonly string[], json: boolean): Promise<string> {
  const reports: { readonly file: string; readonly report: ShardReport }[] = [];
  for (const file of files) reports.push({ file, report: await readShard(file) });
  const [first, ...others] = reports;
  if (!first) throw TailscopeError.of('usage-missing', { flag: 'SHARD.json' });
  for (const other of others) requireSame(first, other);
  requireEach(reports);
  const { experiment, model, settings, same, version } = first.report;
  const shape = { layers: model.layers + 1, dims: model.dims };
  const sums = others.reduce<Sums>((sum, { file, report }) => {
    const more = addSums(sum, report.sums);
    if (!more) throw TailscopeError.of('shard-invalid', { file });
    return more;
  }, first.report.sums);
  const kept = reports.reduce<Kept>((all, { report }) => ({ ...all, ...report.kept }), {});
  const { fields, text } = ADDITIVE.get(experiment)?.conclude({
    sums,
    same,
    kept,
    shape,
    seed: settings.seed,
  }) ?? {
    fields: {},
    text: '',
  };
  const total = (of: (report: ShardReport) => number) =>
    reports.reduce((sum, { report }) => sum + of(report), 0);
  // every shard reads the whole text
  const { name, sha256, empty } = first.report.data;
  const data = {
    name,
    sha256,
    ...(empty && { empty }),
    sentences: total((one) => one.data.sentences),
    tokens: total((one) => one.data.tokens),
    truncated: reports.flatMap(({ report }) => report.data.truncated).sort((a, b) => a - b),
  };
  const seconds = Math.round(total((one) => one.seconds) * 1000) / 1000;
  if (json) return JSON.stringify({ experiment, model, data, settings, ...fields, seconds, version });
  const about = strings.cli.about({ ...data, model: model.id, data: name, specials: settings.specials });
  return `${about}; ${treatedText(settings)}\n\n${text}`;
}

async function readShard(file: string): Promise<ShardReport> {
  const { text } = await readText(file);
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    throw TailscopeError.of('shard-invalid', { file }, error);
  }
  const read = v.safeParse(shardReport, parsed);
  if (!read.success) throw TailscopeError.of('shard-invalid', { file });
  return read.output;
}

/** What must be the same for sums to mean anything together. */
function requireSame(
  first: { readonly file: string; readonly report: ShardReport },
  other: { readonly file: string; readonly report: ShardReport },
): void {
  const of = ({ experiment, model, data, settings, shard, version }: ShardReport) => ({
    experiment,
    model: model.sha256,
    data: data.sha256,
    settings: JSON.stringify(settings),
    shards: shard.of,
    version,
  });
  const [mine, theirs] = [of(first.report), of(other.report)];
  for (const what of ['experiment', 'model', 'data', 'settings', 'shards', 'version'] as const)
    if (mine[what] !== theirs[what])
      throw TailscopeError.of('shard-differs', { files: [first.file, other.file], what });
}

function requireEach(reports: readonly { readonly file: string; readonly report: ShardReport }[]): void {
  const of = reports[0]?.report.shard.of ?? 0;
  for (let part = 1; part <= of; part++) {
    const files = reports.filter(({ report }) => report.shard.part === part).map(({ file }) => file);
    if (files.length === 0) throw TailscopeError.of('shard-missing', { part, of });
    if (files.length > 1) throw TailscopeError.of('shard-twice', { part, of, files });
  }
}
