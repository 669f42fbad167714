import type { Table, TableCell } from '../../charts/table.ts';
import type { BirthMeasure } from '../../store/state.ts';
import { strings } from '../../strings/index.ts';
import { layerValue, normPlace, normValue } from './curves.ts';
import type { ModelRecord } from './record.ts';

const words = strings.models.birth;

/** The numbers behind the curves: a row for each layer, model and report. */
export function birthTable(records: readonly ModelRecord[], measure: BirthMeasure): Table {
  if (measure === 'gamma' || measure === 'beta') return normTable(records, measure);
  const rows = records.flatMap(({ name, card }) =>
    card.curve.flatMap(({ step, tokens, layers }) =>
      layers.map((layer, l): readonly TableCell[] => {
        const place = [{ text: strings.explore.layer(l), value: l }, name, tokens, step];
        if (measure === 'share') {
          const { argmin, argmax } = layer ?? {};
          return [...place, ...cells(argmin?.dim, argmin?.share), ...cells(argmax?.dim, argmax?.share)];
        }
        const found =
          measure === 'z' ? layer?.z && { dim: layer.z.dim, y: layer.z.z } : layerValue(layer, measure);
        return [...place, found?.y ?? '', ...(measure === 'z' ? [found?.dim ?? ''] : [])];
      }),
    ),
  );
  const columns =
    measure === 'share'
      ? words.shareColumns
      : [words.measures[measure], ...(measure === 'z' ? [words.dimension] : [])];
  return { columns: [...words.columns, ...columns], rows: byLayer(rows) };
}

function normTable(records: readonly ModelRecord[], measure: 'gamma' | 'beta'): Table {
  const [, ...rest] = words.columns;
  const rows = records.flatMap(({ name, card }) =>
    card.curve.flatMap(({ step, tokens, norms }) =>
      norms.map((norm): readonly TableCell[] => {
        const found = normValue(norm, measure);
        return [normPlace(norm.norm).label, name, tokens, step, norm[measure]?.value ?? '', found?.dim ?? ''];
      }),
    ),
  );
  return {
    columns: [words.normColumn, ...rest, words.measures[measure], words.dimension],
    rows: byLayer(rows),
  };
}

function cells(dim: number | undefined, value: number | undefined): readonly TableCell[] {
  return [dim ?? '', value ?? ''];
}

/** A layer's rows together, in the order in which the layers first come. */
function byLayer(rows: readonly (readonly TableCell[])[]): readonly (readonly TableCell[])[] {
  const layers = new Map<string, (readonly TableCell[])[]>();
  for (const row of rows) {
    const [first] = row;
    const key = typeof first === 'object' ? first.text : String(first);
    const known = layers.get(key);
    if (known) known.push(row);
    else layers.set(key, [row]);
  }
  return [...layers.values()].flat();
}
