import { at } from '../../core/at.ts';
import { EMBEDDING_TERMS, LAYER_TERMS, TERMS } from '../../measures/life.ts';
import type { LifeStage, LifeStep } from '../../charts/life/life-layout.ts';
import type { LifeResult } from '../../protocol/experiments/life.ts';
import { strings } from '../../strings/index.ts';

const words = strings.originsView.life;

type Kind = keyof typeof words.kinds;
type Term = Exclude<keyof typeof words.steps, 'whole'>;

const KIND: Readonly<Record<Term, Kind>> = {
  words: 'embedding',
  positions: 'embedding',
  segments: 'embedding',
  normalized: 'scaled',
  scale: 'scaled',
  shift: 'shift',
  attention: 'attention',
  attentionNormalized: 'scaled',
  attentionScale: 'scaled',
  attentionShift: 'shift',
  feedForward: 'feedForward',
  feedForwardNormalized: 'scaled',
  feedForwardScale: 'scaled',
  feedForwardShift: 'shift',
};

/** Kinds of step, in the order of the key. */
export const LIFE_KINDS = (['embedding', 'attention', 'feedForward', 'scaled', 'shift'] as const).map(
  (kind) => ({ kind, name: words.kinds[kind] }),
);

/**
 * A dimension's life as it is drawn, layer by layer.
 * @param token one of the result's, or undefined for the mean of all
 */
export function lifeStages(result: LifeResult, dim: number, token: number | undefined): readonly LifeStage[] {
  const d = result.dims.indexOf(dim);
  if (d === -1) return [];
  const size = result.dims.length * result.layers * TERMS;
  const term = (layer: number, t: number): number => {
    const place = (d * result.layers + layer) * TERMS + t;
    return token === undefined ? at(result.mean, place) : at(result.each, token * size + place);
  };
  return Array.from({ length: result.layers }, (_, layer): LifeStage => {
    const name = words.short(layer);
    if (layer > 0) {
      const [, ...added] = LAYER_TERMS;
      return {
        name,
        from: term(layer, 0),
        steps: added.map((each, i) => stepOf(each, term(layer, i + 1))),
      };
    }
    if (!result.embeddings)
      return { name, from: 0, steps: [{ kind: 'embedding', name: words.steps.whole, value: term(0, 0) }] };
    const parts = EMBEDDING_TERMS.map((each, i) => ({ each, value: term(0, i) }));
    const there = parts.filter(({ each }) => each !== 'segments' || result.segments);
    return { name, from: 0, steps: there.map(({ each, value }) => stepOf(each, value)) };
  });
}

function stepOf(term: Term, value: number): LifeStep {
  return { kind: KIND[term], name: words.steps[term], value };
}

/** The step that moves the value most, of those that add something of their own: embeddings, attention, feed-forward, shifts. */
export function strongestStep(
  stages: readonly LifeStage[],
): { readonly layer: number; readonly step: LifeStep } | undefined {
  const all = stages.flatMap(({ steps }, layer) => steps.map((step) => ({ layer, step })));
  const own = all.filter(({ step }) => step.kind !== 'scaled');
  return own.reduce<(typeof own)[number] | undefined>(
    (most, each) => (most && Math.abs(most.step.value) >= Math.abs(each.step.value) ? most : each),
    undefined,
  );
}

/** A step by its number among all, and what the value is after it. */
export function stepAt(
  stages: readonly LifeStage[],
  number: number,
): { readonly layer: number; readonly step: LifeStep; readonly to: number } | undefined {
  let left = number;
  for (const [layer, { from, steps }] of stages.entries()) {
    const step = steps[left];
    if (step) {
      const to = steps.slice(0, left + 1).reduce((sum, { value }) => sum + value, from);
      return { layer, step, to };
    }
    left -= steps.length;
  }
  return undefined;
}
