import { TailscopeError } from '../../core/error.ts';
import type { HiddenStates } from '../../core/hidden-states.ts';
import { treatedPass, type MeasuredBatch } from '../../engine/index.ts';
import { GroupedCosine } from '../../measures/grouped-cosine.ts';
import { strings } from '../../strings/index.ts';
import { reporting } from '../context.ts';
import { rounded, roundedOrNull } from '../report.ts';
import { table } from '../table.ts';
import { inWindows, type Additive } from '../shards/additive.ts';
import { cosineOf, cosineSums } from '../shards/cosine-sums.ts';
import { treatmentOf } from './text.ts';

interface AnisotropyOfLayer {
  readonly before: number;
  readonly after: number;
  /** 95 % interval of `before`, and of `after`; null with fewer than three sentences. */
  readonly low: number | null;
  readonly high: number | null;
  readonly afterLow: number | null;
  readonly afterHigh: number | null;
}

/**
 * The exact expected cosine of two tokens of different sentences, before and after the treatment
 * (docs/measures.md, "Anisotropy").
 */
export const anisotropy: Additive = {
  collect: inWindows(async (context, text) => {
    const { model, settings } = context;
    const layers = model.info.layers + 1;
    const before = new GroupedCosine(layers, model.info.dims);
    const after = new GroupedCosine(layers, model.info.dims);
    const { base } = settings;
    let treated = false;
    for await (const batch of treatedPass(model, text, treatmentOf(settings), reporting(context))) {
      if (!base) fold(before, batch, batch.states);
      // what stands before is another pass: after it is never the same by itself
      treated = base !== undefined || batch.treated !== batch.states;
      if (treated) fold(after, batch, batch.treated);
    }
    if (base) {
      for await (const batch of treatedPass(model, text, base, reporting(context)))
        fold(before, batch, batch.treated);
    }
    return { ...cosineSums('before', before), ...(treated ? cosineSums('after', after) : {}) };
  }),

  /** @throws TailscopeError("one-sentence") */
  conclude({ sums, shape, seed }) {
    const before = cosineOf('before', sums, shape);
    const after = cosineOf('after', sums, shape) ?? before;
    const whole = before?.anisotropy();
    const rest = after?.anisotropy();
    if (!whole || !rest) throw TailscopeError.of('one-sentence');
    const interval = before?.interval(seed);
    const intervalAfter = after === before ? interval : after?.interval(seed);
    const byLayer = Array.from(whole, (value, layer): AnisotropyOfLayer => {
      const [own, treated] = [interval?.[layer], intervalAfter?.[layer]];
      return {
        before: rounded(value),
        after: rounded(rest[layer] ?? NaN),
        low: roundedOrNull(own?.low ?? NaN),
        high: roundedOrNull(own?.high ?? NaN),
        afterLow: roundedOrNull(treated?.low ?? NaN),
        afterHigh: roundedOrNull(treated?.high ?? NaN),
      };
    });
    return { fields: { layers: byLayer }, text: draw(byLayer) };
  },
};

/** Folds a batch's sentences into the groups of their numbers. */
export function fold(
  cosine: GroupedCosine,
  { starts, sentences }: MeasuredBatch,
  states: HiddenStates,
): void {
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
