import { memo, useCallback, type ReactNode } from 'react';
import { Canvas } from '../plot/Canvas.tsx';
import { useRamp } from '../plot/use-ramp.ts';
import { cosineIndex } from './cosine-index.ts';
import type { CellsProps } from './NumberedCells.tsx';

/** Cells too small for numbers: a bitmap of a px a cell, drawn large without smoothing. */
export const CanvasCells = memo(function CanvasCellsView(
  props: CellsProps & { readonly width: number },
): ReactNode {
  const { n, before, after, width, layout } = props;
  const upper = useRamp('cosineBefore').words;
  const lower = useRamp('cosineAfter').words;
  const paint = useCallback(
    (context: CanvasRenderingContext2D) => {
      if (n === 0) return;
      const image = new ImageData(n, n);
      const words = new Uint32Array(image.data.buffer);
      for (let i = 0; i < n; i++) {
        for (let j = 0; j < n; j++) {
          if (i === j) continue;
          const below = after !== undefined && j < i;
          const value = (below ? after : before)[i * n + j] ?? NaN;
          words[i * n + j] = (below ? lower : upper)[cosineIndex(value)] ?? 0;
        }
      }
      const { left, top, size, cell } = layout;
      context.imageSmoothingEnabled = false;
      context.drawImage(bitmapOf(image), left, top, size, size);
      if (cell < 7) return;
      for (let i = 1; i <= n; i++) {
        context.clearRect(left + i * cell - 1, top, 1, size);
        context.clearRect(left, top + i * cell - 1, size, 1);
      }
    },
    [n, before, after, layout, upper, lower],
  );
  return <Canvas width={width} height={layout.height} paint={paint} />;
});

function bitmapOf(image: ImageData): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = image.width;
  canvas.height = image.height;
  canvas.getContext('2d')?.putImageData(image, 0, 0);
  return canvas;
}
