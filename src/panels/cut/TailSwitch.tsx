import { memo, useId, type ReactNode } from 'react';
import type { Tail as FoundTail } from '../../measures/detect-tails.ts';
import { selectLit } from '../../store/derive/choice.ts';
import { useActions, useApp } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import { Switch } from '../../ui/switch/Switch.tsx';
import { layerRuns } from '../explore/words.ts';
import styles from './CutBar.module.css';

const words = strings.cut;

interface TailSwitchProps {
  readonly tail: FoundTail;
  readonly on: boolean;
  /** A random dimension is cut in its place. */
  readonly paused: boolean;
}

/** One tail: its number, side, layers and carriers, and the switch that cuts it. */
export const TailSwitch = memo(function Tail({ tail, on, paused }: TailSwitchProps): ReactNode {
  const { dim, side, layers, carriers, scope } = tail;
  const id = useId();
  const lit = useApp((state) => selectLit(state) === dim);
  const { toggleCut, selectDimension, hoverDimension } = useActions();
  const own =
    scope === 'all' && carriers.length !== 1 ? '' : carriers.map((kind) => words.carrier[kind]).join(', ');
  const whose = own === '' ? '' : words.carriers(own);
  const where = layers.length === 1 ? words.layer(layerRuns(layers)) : words.layers(layerRuns(layers));
  return (
    <div
      className={styles['tail']}
      data-on={on && !paused}
      data-lit={lit}
      onPointerEnter={() => {
        hoverDimension(dim);
      }}
      onPointerLeave={() => {
        hoverDimension(undefined);
      }}
    >
      <button
        type="button"
        className={styles['name']}
        aria-label={words.look(dim)}
        onClick={() => {
          selectDimension(dim);
        }}
      >
        <svg className={styles['side']} viewBox="0 0 10 10" aria-hidden>
          <path d={side === 'min' ? 'M0 1h10L5 10z' : 'M0 9h10L5 0z'} />
        </svg>
        <b>{dim}</b>
      </button>
      <small id={id} className={styles['detail']}>
        <span aria-hidden>
          {words.shortSide[side]} {whose}
          {whose === '' ? '' : ', '}
          {where}
        </span>
        <span className={styles['spoken']}>
          {words.switchDetail(words.side[side], where, whose === '' ? '' : ` ${whose}`)}
        </span>
      </small>
      <Switch
        on={on && !paused}
        label={words.switch(dim)}
        describedBy={id}
        words={words}
        onToggle={() => {
          toggleCut(dim);
        }}
      />
    </div>
  );
});

/** A dimension that is cut though it is no tail. */
export function OtherSwitch({ dim, paused }: { readonly dim: number; readonly paused: boolean }): ReactNode {
  const { toggleCut, selectDimension } = useActions();
  return (
    <div className={styles['tail']} data-on={!paused} data-plain>
      <button
        type="button"
        className={styles['name']}
        aria-label={words.look(dim)}
        onClick={() => {
          selectDimension(dim);
        }}
      >
        <b>{dim}</b>
      </button>
      <small className={styles['detail']}>{words.noTail}</small>
      <Switch
        on={!paused}
        label={words.switch(dim)}
        words={words}
        onToggle={() => {
          toggleCut(dim);
        }}
      />
    </div>
  );
}
