import { useId, useState, type ReactNode } from 'react';
import { selectAwaited } from '../../store/awaited.ts';
import { selectDrawnTails } from '../../store/derive/drawn.ts';
import { selectEffectiveCut } from '../../store/derive/effective-cut.ts';
import { selectTailDims } from '../../store/derive/tails.ts';
import type { State } from '../../store/state.ts';
import { useActions, useApp } from '../../store/use-app.ts';
import { isPlain, takesRemedies } from '../../store/treatments.ts';
import { selectNothingToMeasure } from '../../store/wanted.ts';
import { strings } from '../../strings/index.ts';
import { Button } from '../../ui/button/Button.tsx';
import { Segmented } from '../../ui/segmented/Segmented.tsx';
import { Term } from '../../ui/term/Term.tsx';
import { RemedyChoice } from '../comparison/RemedyChoice.tsx';
import { useComparison } from '../comparison/use-comparison.ts';
import { AddDimension } from './AddDimension.tsx';
import styles from './CutBar.module.css';
import { CutEffect } from './CutEffect.tsx';
import { OtherSwitch, TailSwitch } from './TailSwitch.tsx';

const words = strings.cut;
/** Switches shown; a text of few words can give dozens of tails, and the list of them scrolls. */
const MOST = 24;

/** Views with the bar that take none of its remedies. */
const BARRED = ['paper', 'predict'] as const;

/** Always in sight: which dimensions are cut, where, and what it does. On a narrow screen the tools fold away. */
export function CutBar(): ReactNode {
  const [open, setOpen] = useState(false);
  const [comparing, setComparing] = useState(false);
  const remedies = useApp(takesRemedies);
  const id = useId();
  return (
    <section
      className={styles['bar']}
      aria-label={words.label}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        if (comparing) setComparing(false);
        else if (open) setOpen(false);
      }}
    >
      <TailSwitches />
      <CutEffect />
      <Button
        className={styles['more']}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => {
          setOpen(!open);
        }}
      >
        {open ? words.less : words.more}
      </Button>
      <div id={id} className={styles['tools']} data-open={open}>
        <AllOrNone />
        <AnyDimension />
        <Control />
        <Where />
        {remedies && (
          <Remedies
            open={comparing}
            panel={`${id}r`}
            onPress={() => {
              setComparing(!comparing);
            }}
          />
        )}
        <NoRemedies />
        {remedies && comparing && (
          <div
            id={`${id}r`}
            className={styles['remedies']}
            role="group"
            aria-label={strings.comparison.label}
          >
            <RemedyChoice />
          </div>
        )}
      </div>
    </section>
  );
}

/** Why there is no such choice in this view. */
function NoRemedies(): ReactNode {
  const view = useApp((state) => BARRED.find((one) => one === state.view));
  return view && <span className={styles['none']}>{strings.comparison.notHere[view]}</span>;
}

/** Opens the choice of what is compared; set, it says what that is. */
function Remedies(props: {
  readonly open: boolean;
  readonly panel: string;
  readonly onPress: () => void;
}): ReactNode {
  const { open, panel, onPress } = props;
  const plain = useApp(isPlain);
  const { beforeName, afterName } = useComparison();
  const { open: name, openSet } = strings.comparison;
  return (
    <Button
      aria-expanded={open}
      aria-controls={open ? panel : undefined}
      aria-label={plain ? name : `${name} ${openSet(beforeName, afterName)}`}
      data-set={!plain}
      onClick={onPress}
    >
      {plain ? name : openSet(beforeName, afterName)}
    </Button>
  );
}

function TailSwitches(): ReactNode {
  const tails = useApp(selectDrawnTails);
  const cut = useApp((state) => state.cut);
  const control = useApp((state) => state.control);
  const lacking = useApp(lackingWords);
  // one that is cut has its switch, however far down the list it is
  const shown = tails.filter((tail, i) => i < MOST || cut.includes(tail.dim));
  const others = cut.filter((dim) => !tails.some((tail) => tail.dim === dim));
  return (
    <div className={styles['tails']} role="group" aria-label={words.tails} data-control={control}>
      <span className={styles['label']}>
        <Term name="tail">{words.tails}</Term>
      </span>
      {shown.map((tail) => (
        <TailSwitch key={tail.dim} tail={tail} on={cut.includes(tail.dim)} paused={control} />
      ))}
      {others.map((dim) => (
        <OtherSwitch key={dim} dim={dim} paused={control} />
      ))}
      {shown.length < tails.length && (
        <span className={styles['none']}>{words.moreTails(tails.length - shown.length)}</span>
      )}
      {tails.length === 0 && (
        <span className={styles['none']} role="status">
          {lacking}
        </span>
      )}
      {control && <Drawn />}
    </div>
  );
}

/** Why there is no tail to switch. */
function lackingWords(state: State): string {
  const awaited = selectAwaited(state);
  if (awaited) return words.awaited(awaited.name);
  if (state.before) return words.noTails;
  if (selectNothingToMeasure(state)) return words.noText;
  return state.model.kind === 'failed' ? words.noModel : words.searching;
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

/** Cuts any dimension, and brings it into view. */
function AnyDimension(): ReactNode {
  const cut = useApp((state) => state.cut);
  const { toggleCut, selectDimension } = useActions();
  return (
    <AddDimension
      label={words.add}
      onAdd={(dim) => {
        if (!cut.includes(dim)) toggleCut(dim);
        selectDimension(dim);
      }}
    />
  );
}

function Control(): ReactNode {
  const on = useApp((state) => state.control);
  const count = useApp((state) => state.cut.length);
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
    </Button>
  );
}

/** The random dimensions cut in place of the tails. */
function Drawn(): ReactNode {
  const drawn = useApp(selectEffectiveCut);
  const { drawAgain } = useActions();
  if (drawn.length === 0) return null;
  return (
    <div className={styles['drawn']}>
      <b>{strings.explore.list(drawn)}</b>
      <small className={styles['detail']}>{words.drawn}</small>
      <Button look="quiet" onClick={drawAgain}>
        {words.drawAgain}
      </Button>
    </div>
  );
}

function Where(): ReactNode {
  const where = useApp((state) => state.where);
  const { setWhere } = useActions();
  return (
    <div className={styles['where']}>
      <span className={styles['label']}>
        <Term name="where">{words.whereShort}</Term>
      </span>
      <Segmented
        label={words.where}
        value={where}
        onChange={setWhere}
        options={[
          { value: 'after', text: words.after, hint: words.afterHint },
          { value: 'inside', text: words.inside, hint: words.insideHint },
        ]}
      />
    </div>
  );
}
