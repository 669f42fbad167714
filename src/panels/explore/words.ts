import { count } from '../../charts/scale/format.ts';
import type { NamedNumber } from '../../charts/table.ts';
import { vectorsOf } from '../../store/derive/drawn.ts';
import type { Shown, State } from '../../store/state.ts';
import { strings } from '../../strings/index.ts';

const words = strings.explore;

/** Consecutive layers as runs: "2–5", "1–3, 6". */
export function layerRuns(layers: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const layer of layers) {
    const last = runs.at(-1);
    if (last && layer === last[1] + 1) last[1] = layer;
    else runs.push([layer, layer]);
  }
  return runs
    .map(([from, to]) => (from === to ? words.shortLayer(from) : `${words.shortLayer(from)}–${to}`))
    .join(', ');
}

/** The model that what is on screen came from. */
export function shownModelName(state: State): string {
  return state.before?.model?.name ?? state.bundled[0]?.name ?? '';
}

/** The sample line of a chart: model, what was measured (the tokens unless said otherwise), specials in or out, seed. */
export function sampleLine(model: string, { exploration }: Shown, measured?: string): string {
  const { specials, seed } = exploration.request;
  const { sentences, of } = exploration;
  const vectors = count(vectorsOf(exploration));
  const tokens =
    sentences < of ? words.partMeasured(vectors, count(sentences), count(of)) : words.tokensMeasured(vectors);
  return words.sample(model, measured ?? tokens, specials === 'include', seed);
}

/** Layers in a table: "layer 1" to read, 1 in a CSV. */
export function layerCells(layers: number): readonly NamedNumber[] {
  return Array.from({ length: layers }, (_, l) => ({ text: words.layer(l), value: l }));
}

/** Short names of the layers: "emb", "1", ... */
export function layerNames(layers: number): readonly string[] {
  return Array.from({ length: layers }, (_, l) => words.shortLayer(l));
}
