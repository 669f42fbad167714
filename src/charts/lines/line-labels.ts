import type { Anchor } from '../scale/place-labels.ts';
import { textWidth } from '../scale/text-width.ts';
import type { LinesLayout } from './layer-lines-layout.ts';

interface Named {
  readonly name: string;
  readonly values: ArrayLike<number>;
}

export interface LineLabel {
  readonly line: 'before' | 'after' | 'control';
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: Anchor;
}

/**
 * Names and values at one layer: the higher line's above it, the lower one's below, so that neither
 * lies in the gap; the control, which runs along the first line, under the layer's name at the top.
 */
export function lineLabels(
  lines: { readonly before: Named; readonly after: Named | undefined; readonly control: Named | undefined },
  layer: number,
  layout: LinesLayout,
  format: (value: number) => string,
): readonly LineLabel[] {
  const labels: LineLabel[] = [];
  const put = (line: LineLabel['line'], named: Named, dy: number): void => {
    const value = named.values[layer] ?? NaN;
    if (!Number.isFinite(value)) return;
    const text = `${named.name} ${format(value)}`;
    const half = textWidth(text, 12.5, true) / 2;
    const x = layout.x(layer);
    const anchor = x + half > layout.right + 14 ? 'end' : x - half < layout.left ? 'start' : 'middle';
    const edge = { end: Math.min(x + 8, layout.right + 14), start: Math.max(x - 8, layout.left), middle: x }[
      anchor
    ];
    labels.push({ line, text, x: edge, y: layout.y(value) + dy, anchor });
  };
  const first = lines.before.values[layer] ?? NaN;
  const second = lines.after?.values[layer] ?? NaN;
  const above = !(second > first);
  put('before', lines.before, above ? -11 : 20);
  if (lines.after !== undefined) put('after', lines.after, above ? 20 : -11);
  if (lines.control !== undefined) put('control', lines.control, above ? -27 : 36);
  return labels;
}
