import type { Curve, CurveGroup, CurvePoint, CurveTail } from '../../charts/strips/curve.ts';
import type { LayerReport, NormReport, TrainingReport } from '../../checkpoint/index.ts';
import type { BirthMeasure } from '../../store/state.ts';
import { strings } from '../../strings/index.ts';
import { breaksOf, reportAt, type ModelRecord } from './record.ts';

const words = strings.models.birth;

type Value = Pick<CurvePoint, 'y' | 'dim' | 'side'> | undefined;

/** What a measure makes of a layer's report; undefined where that says nothing of it. */
export function layerValue(layer: LayerReport | undefined, measure: BirthMeasure): Value {
  const { argmin, argmax, z, kurtosis, anisotropy } = layer ?? {};
  switch (measure) {
    case 'share':
      if (argmin && (!argmax || argmin.share >= argmax.share))
        return { y: argmin.share, dim: argmin.dim, side: 'min' };
      return argmax && { y: argmax.share, dim: argmax.dim, side: 'max' };
    case 'z':
      return z && { y: Math.abs(z.z), dim: z.dim, side: z.z < 0 ? 'min' : 'max' };
    case 'kurtosis':
      return kurtosis === undefined ? undefined : { y: kurtosis };
    case 'anisotropy':
      return anisotropy === undefined ? undefined : { y: Math.max(0, anisotropy) };
    case 'gamma':
    case 'beta':
      return undefined;
  }
}

/** The largest |gamma| or |beta| of a LayerNorm. */
export function normValue(norm: NormReport | undefined, measure: 'gamma' | 'beta'): Value {
  const found = norm?.[measure];
  return found && { y: Math.abs(found.value), dim: found.dim, side: found.value < 0 ? 'min' : 'max' };
}

/** Where a LayerNorm stands: the hidden state it belongs to, and its name for people. */
export function normPlace(norm: string): { readonly layer: number | undefined; readonly label: string } {
  if (norm.startsWith('embeddings.')) return { layer: 0, label: strings.explore.layer(0) };
  const [, number, attention] = /^encoder\.layer\.(\d{1,3})\.(attention\.)?output\./.exec(norm) ?? [];
  if (number === undefined) return { layer: undefined, label: norm };
  const layer = Number(number) + 1;
  const name = strings.explore.layer(layer);
  return { layer, label: (attention === undefined ? words.norm.output : words.norm.attention)(name) };
}

/** A group of curves for each layer, or for each LayerNorm; a curve for each model. */
export function curveGroups(
  records: readonly ModelRecord[],
  measure: BirthMeasure,
  selected: (record: ModelRecord) => number | undefined,
): readonly CurveGroup[] {
  if (measure === 'gamma' || measure === 'beta') return normGroups(records, measure, selected);
  const layers = records.reduce((most, { card }) => Math.max(most, layersOf(card.curve)), 0);
  return Array.from({ length: layers }, (_, layer) => ({
    label: strings.explore.layer(layer),
    curves: records.map((record) =>
      curveOf(record, layer, selected(record), (report) => layerValue(report.layers[layer], measure)),
    ),
  }));
}

function normGroups(
  records: readonly ModelRecord[],
  measure: 'gamma' | 'beta',
  selected: (record: ModelRecord) => number | undefined,
): readonly CurveGroup[] {
  const norms = new Set(
    records.flatMap(({ card }) => card.curve.flatMap((report) => report.norms.map(({ norm }) => norm))),
  );
  return Array.from(norms, (norm) => {
    const { layer, label } = normPlace(norm);
    return {
      label,
      curves: records.map((record) =>
        curveOf(record, layer, selected(record), (report) =>
          normValue(
            report.norms.find((one) => one.norm === norm),
            measure,
          ),
        ),
      ),
    };
  });
}

function curveOf(
  record: ModelRecord,
  layer: number | undefined,
  selected: number | undefined,
  value: (report: TrainingReport) => Value,
): Curve {
  const points = record.card.curve.flatMap((report): CurvePoint[] => {
    const found = value(report);
    return found ? [{ x: report.tokens, ...found }] : [];
  });
  const tails = record.births.map(({ dim, side, layers }): CurveTail => {
    const at = layer === undefined ? undefined : layers[layer];
    return { dim, side, from: at === undefined ? undefined : reportAt(record, at)?.tokens };
  });
  return { name: record.name, points, tails, breaks: breaksOf(record), selected };
}

/** Layers 0..L that some report speaks of. */
function layersOf(curve: readonly TrainingReport[]): number {
  return curve.reduce((most, { layers }) => Math.max(most, layers.length), 0);
}

/** The places of all reports, ascending, each once. */
export function placesOf(records: readonly ModelRecord[]): readonly number[] {
  const places = new Set(records.flatMap(({ card }) => card.curve.map(({ tokens }) => tokens)));
  return [...places].sort((a, b) => a - b);
}
