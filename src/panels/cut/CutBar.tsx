import type { ReactNode } from 'react';
import { selectDrawnTails } from '../../store/derive/drawn.ts';
import { selectEffectiveCut } from '../../store/derive/effective-cut.ts';
import { selectTailDims } from '../../store/derive/tails.ts';
import { useActions, useApp } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import { Button } from '../../ui/button/Button.tsx';
import { Segmented } from '../../ui/segmented/Segmented.tsx';
import { AddDimension } from './AddDimension.tsx';
import styles from './CutBar.module.css';
import { CutEffect } from './CutEffect.tsx';
import { OtherSwitch, TailSwitch } from './TailSwitch.tsx';

const words = strings.cut;
/** Switches shown; a text of few words can give dozens of tails, and the list of them scrolls. */
const MOST = 24;

/** Always in sight: which dimensions are cut, where, and what it does. */
export function CutBar(): ReactNode {
  return (
    <section className={styles['bar']} aria-label={words.label}>
      <div className={styles['choices']}>
        <TailSwitches />
        <div className={styles['tools']}>
          <AllOrNone />
          <AddDimension />
          <Control />
          <Where />
        </div>
      </div>
      <CutEffect />
    </section>
  );
}

function TailSwitches(): ReactNode {
  const tails = useApp(selectDrawnTails);
  const cut = useApp((state) => state.cut);
  const control = useApp((state) => state.control);
  const shown = useApp((state) => state.before !== undefined);
  const others = cut.filter((dim) => !tails.some((tail) => tail.dim === dim));
  return (
    <div className={styles['tails']} role="group" aria-label={words.tails}>
      <span className={styles['label']} aria-hidden>
        {words.tails}
      </span>
      {tails.slice(0, MOST).map((tail) => (
        <TailSwitch key={tail.dim} tail={tail} on={cut.includes(tail.dim)} paused={control} />
      ))}
      {others.map((dim) => (
        <OtherSwitch key={dim} dim={dim} paused={control} />
      ))}
      {tails.length === 0 && (
        <span className={styles['none']} title={words.noTailsHint} role="status">
          {shown ? words.noTails : words.searching}
        </span>
      )}
    </div>
  );
}

function AllOrNone(): ReactNode {
  const dims = useApp(selectTailDims);
  const cut = useApp((state) => state.cut);
  const control = useApp((state) => state.control);
  const { cutAll, cutNone } = useActions();
  const all = dims.length > 0 && dims.every((dim) => cut.includes(dim)) && !control;
  return (
    <div className={styles['allNone']}>
      <Button
        disabled={dims.length === 0 || all}
        onClick={() => {
          cutAll(dims);
        }}
      >
        {words.all}
      </Button>
      <Button disabled={cut.length === 0 && !control} onClick={cutNone}>
        {words.none}
      </Button>
    </div>
  );
}

function Control(): ReactNode {
  const on = useApp((state) => state.control);
  const count = useApp((state) => state.cut.length);
  const drawn = useApp(selectEffectiveCut);
  const { setControl } = useActions();
  return (
    <Button
      aria-pressed={on}
      title={words.controlHint}
      onClick={() => {
        setControl(!on);
      }}
    >
      {count > 1 ? words.controlMany(count) : words.control}
      {on && <span className={styles['drawn']}> {words.controlOn(strings.explore.list(drawn))}</span>}
    </Button>
  );
}

function Where(): ReactNode {
  const where = useApp((state) => state.where);
  const { setWhere } = useActions();
  return (
    <Segmented
      label={words.where}
      value={where}
      onChange={setWhere}
      options={[
        { value: 'after', text: words.after, hint: words.afterHint },
        { value: 'inside', text: words.inside, hint: words.insideHint },
      ]}
    />
  );
}
