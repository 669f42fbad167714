import { TailscopeError } from '../../core/error.ts';
import type { MeasuredBatch } from '../../engine/index.ts';
import { GroupedCosine } from '../../measures/grouped-cosine.ts';
import { strings } from '../../strings/index.ts';
import { rounded, type Findings } from '../report.ts';
import { insidePass, plainPass, type Run } from '../run.ts';
import { table } from '../table.ts';

interface AnisotropyOfLayer {
  readonly before: number;
  readonly after: number;
  /** 95 % interval of `before`; null with fewer than three sentences. */
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * The exact expected cosine of two tokens of different sentences, before and after the cut
 * (docs/measures.md, "Anisotropy").
 * @throws TailscopeError("one-sentence")
 */
export async function anisotropy(run: Run): Promise<Findings> {
  const { dims } = run.model.info;
  const layers = run.model.info.layers + 1;
  const { cut, cutWhere } = run.settings;
  const before = new GroupedCosine(layers, dims);
  const after = new GroupedCosine(layers, dims, cutWhere === 'after' ? cut : []);
  for await (const batch of plainPass(run)) {
    fold(before, batch);
    if (cutWhere === 'after') fold(after, batch);
  }
  if (cutWhere === 'inside') for await (const batch of insidePass(run)) fold(after, batch);

  const whole = before.anisotropy();
  const rest = after.anisotropy();
  if (!whole || !rest) throw TailscopeError.of('one-sentence');
  const interval = before.interval();
  const byLayer = Array.from(whole, (value, layer): AnisotropyOfLayer => {
    const { low = null, high = null } = interval?.[layer] ?? {};
    return {
      before: rounded(value),
      after: rounded(rest[layer] ?? NaN),
      low: low === null ? null : rounded(low),
      high: high === null ? null : rounded(high),
    };
  });
  return { fields: { layers: byLayer }, text: draw(byLayer) };
}

function fold(cosine: GroupedCosine, { states, starts, sentences }: MeasuredBatch): void {
  cosine.add(
    states,
    starts,
    sentences.map(({ index }) => index),
  );
}

function draw(layers: readonly AnisotropyOfLayer[]): string {
  const { columns } = strings.cli;
  const rows = layers.map(({ before, after, low, high }, layer) => [
    String(layer),
    before.toFixed(3),
    after.toFixed(3),
    (after - before).toFixed(3),
    low === null || high === null ? '' : `${low.toFixed(3)} to ${high.toFixed(3)}`,
  ]);
  return table([columns.layer, columns.before, columns.after, columns.difference, columns.interval], rows);
}
