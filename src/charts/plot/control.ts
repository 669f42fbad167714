/** How a plot is worked from the keyboard, and what it then is to a screen reader. */
export type PlotControl =
  /** Nothing to choose. */
  | { readonly kind: 'picture' }
  /** One of a run of numbers: dimensions, layers. */
  | {
      readonly kind: 'slider';
      readonly value: number;
      readonly min: number;
      readonly max: number;
      /** The value in words. */
      readonly text: string;
      /** Step of PageUp and PageDown. */
      readonly page?: number;
      readonly onMove: (value: number) => void;
    }
  /** Marks in rows and columns; `text` is spoken as it changes. */
  | {
      readonly kind: 'grid';
      readonly text: string;
      readonly onStep: (right: number, down: number) => void;
      /** Enter or the space bar, where something can be done with the mark under the cursor. */
      readonly onChoose?: (() => void) | undefined;
    }
  /** A list of options, drawn by the plot as elements with role="option". */
  | { readonly kind: 'list'; readonly activeId: string | undefined; readonly onStep: (down: number) => void };

/** A slider over things counted from 0. */
export function sliderOver(
  count: number,
  value: number,
  rest: {
    readonly text: string;
    readonly page?: number;
    readonly onMove: ((value: number) => void) | undefined;
  },
): PlotControl {
  const { onMove, ...said } = rest;
  return {
    kind: 'slider',
    value,
    min: 0,
    max: Math.max(0, count - 1),
    ...said,
    onMove: (next) => onMove?.(next),
  };
}

/** Steps that stand for "to the first" and "to the last". */
export const TO_END = 1e9;

/** Carries out a key; true when the plot used it. */
export function pressKey(control: PlotControl, key: string): boolean {
  if (control.kind === 'picture') return false;
  if (control.kind === 'slider') {
    const page = control.page ?? 10;
    const steps: Record<string, number> = {
      ArrowRight: 1,
      ArrowUp: 1,
      ArrowLeft: -1,
      ArrowDown: -1,
      PageUp: page,
      PageDown: -page,
      Home: -TO_END,
      End: TO_END,
    };
    const step = steps[key];
    if (step === undefined) return false;
    control.onMove(Math.min(control.max, Math.max(control.min, control.value + step)));
    return true;
  }
  if (control.kind === 'grid' && control.onChoose && (key === 'Enter' || key === ' ')) {
    control.onChoose();
    return true;
  }
  const right = { ArrowRight: 1, ArrowLeft: -1, Home: -TO_END, End: TO_END }[key] ?? 0;
  const down = { ArrowDown: 1, ArrowUp: -1, PageDown: 5, PageUp: -5 }[key] ?? 0;
  if (right === 0 && down === 0) return false;
  if (control.kind === 'grid') control.onStep(right, down);
  else control.onStep(down === 0 ? right : down);
  return true;
}
