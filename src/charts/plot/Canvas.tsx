import { useLayoutEffect, useRef, type ReactNode } from 'react';
import styles from './plot.module.css';

export interface CanvasProps {
  readonly width: number;
  readonly height: number;
  /** Paints in px of the page; a new function means a new picture. */
  readonly paint: (context: CanvasRenderingContext2D, density: number) => void;
}

/** A canvas as sharp as the screen, under a drawing. */
export function Canvas({ width, height, paint }: CanvasProps): ReactNode {
  const ref = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    const canvas = ref.current;
    const context = canvas?.getContext('2d');
    if (!canvas || !context) return;
    const density = Math.max(1, Math.min(3, devicePixelRatio));
    const wide = Math.round(width * density);
    const tall = Math.round(height * density);
    // setting a size, even the same one, makes a new bitmap
    if (canvas.width !== wide || canvas.height !== tall) {
      canvas.width = wide;
      canvas.height = tall;
    }
    context.setTransform(density, 0, 0, density, 0, 0);
    context.clearRect(0, 0, width, height);
    paint(context, density);
  }, [width, height, paint]);
  return <canvas ref={ref} className={styles['canvas']} style={{ width, height }} aria-hidden />;
}
