import { useContext, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import { pressKey, type PlotControl } from './control.ts';
import { FrameContext } from './frame-context.ts';
import styles from './plot.module.css';
import { useSize, type Size } from './use-size.ts';

export interface PlotProps {
  /** px, or from the width where the drawing decides. */
  readonly height: number | ((width: number) => number);
  /** What is chosen in it ("Dimension"); a picture takes the frame's title. */
  readonly label?: string;
  readonly control?: PlotControl;
  /** Pointer over the drawing, in its px; undefined when it leaves. */
  readonly onPoint?: (x: number | undefined, y: number, width: number) => void;
  readonly onPress?: (x: number, y: number, width: number) => void;
  /** A canvas under the drawing. */
  readonly under?: (size: Size) => ReactNode;
  readonly children: (size: Size) => ReactNode;
}

/** Measures its place, draws into it, and is the one focusable, pointable thing of a chart. */
export function Plot({ height, label, control, onPoint, onPress, under, children }: PlotProps): ReactNode {
  const [ref, measured] = useSize();
  const [focused, setFocused] = useState(false);
  const frame = useContext(FrameContext);
  const width = measured?.width ?? 0;
  const tall = typeof height === 'number' ? height : width === 0 ? 0 : height(width);
  const size = { width, height: tall };
  const named = control !== undefined && control.kind !== 'picture' && label !== undefined;

  const point = (event: PointerEvent, tell: (x: number, y: number, width: number) => void): void => {
    const box = event.currentTarget.getBoundingClientRect();
    tell(event.clientX - box.left, event.clientY - box.top, width);
  };
  return (
    <div
      ref={ref}
      className={styles['plot']}
      style={tall === 0 ? undefined : { height: tall }}
      data-plot=""
      aria-label={named ? label : undefined}
      aria-labelledby={named ? undefined : frame?.title}
      aria-describedby={frame?.summary}
      {...aria(control)}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.ctrlKey || event.metaKey || event.altKey || control === undefined) return;
        if (pressKey(control, event.key)) event.preventDefault();
      }}
      onFocus={() => {
        setFocused(true);
      }}
      onBlur={() => {
        setFocused(false);
      }}
      onPointerMove={
        onPoint &&
        ((event) => {
          point(event, onPoint);
        })
      }
      onPointerLeave={
        onPoint &&
        (() => {
          onPoint(undefined, 0, width);
        })
      }
      onClick={
        onPress &&
        ((event) => {
          const box = event.currentTarget.getBoundingClientRect();
          onPress(event.clientX - box.left, event.clientY - box.top, width);
        })
      }
    >
      {width > 0 && (
        <>
          {under?.(size)}
          <svg
            className={styles['svg']}
            width={width}
            height={tall}
            viewBox={`0 0 ${width} ${tall}`}
            {...(control?.kind === 'list' ? { role: 'presentation' } : { 'aria-hidden': true })}
          >
            {children(size)}
          </svg>
        </>
      )}
      {control?.kind === 'grid' && (
        <span className={styles['spoken']} role="status">
          {focused ? control.text : ''}
        </span>
      )}
    </div>
  );
}

function aria(control: PlotControl | undefined): object {
  switch (control?.kind) {
    case 'slider':
      return {
        role: 'slider',
        tabIndex: 0,
        'aria-valuenow': control.value,
        'aria-valuemin': control.min,
        'aria-valuemax': control.max,
        'aria-valuetext': control.text,
      };
    case 'grid':
      // arrow keys belong to the drawing, in both directions: no list or slider says that
      return { role: 'application', tabIndex: 0 };
    case 'list':
      return { role: 'listbox', tabIndex: 0, 'aria-activedescendant': control.activeId };
    case 'picture':
    case undefined:
      return { role: 'img' };
  }
}
