import type { ReactNode } from 'react';
import { readRemedy, remedyName, type Remedy } from '../../measures/remedy.ts';
import { selectBeside } from '../../store/beside.ts';
import { selectModel } from '../../store/model.ts';
import { SIDE_CUTS, SIDE_MODELS, SIDE_POSITIONS } from '../../store/link/side-codec.ts';
import type { Side, SideId } from '../../store/state.ts';
import { useActions, useApp } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import { remedyState } from '../comparison/deed.ts';
import lab from '../lab/lab.module.css';
import styles from './compare.module.css';

const words = strings.compareView;

const REMEDIES: readonly string[] = ['none', 'center', 'standardize', 'top:3', 'whiten'];

const remedyText = (remedy: Remedy | undefined): string => (remedy ? remedyState(remedy) : words.noRemedy);

/** What one side is: which model, told which positions, with or without its tails, and with which remedy. */
export function SidePicker({ id }: { readonly id: SideId }): ReactNode {
  const side = useApp((state) => state[id]);
  const first = useApp((state) => selectModel(state)?.name ?? strings.shell.model.loading);
  const second = useApp((state) => selectBeside(state)?.name ?? words.noSecond);
  const chosen = useApp(side.model === 'main' ? selectModel : selectBeside);
  const untold = side.positions !== 'as-they-are' && chosen?.positionEmbeddings === false;
  const seed = useApp((state) => state.seed);
  const { setSide } = useActions();
  const change = (part: Partial<Side>): void => {
    setSide(id, { ...side, ...part });
  };
  const own = remedyName(side.remedy);
  // a link may ask for another number of components
  const remedies = REMEDIES.includes(own) ? REMEDIES : [...REMEDIES, own];
  return (
    <fieldset className={styles['side']} data-side={id}>
      <legend>
        <span aria-hidden className={styles['mark']} />
        {words.sideLabel(words.sides[id])}
      </legend>
      <Choice
        label={words.model}
        value={side.model}
        options={SIDE_MODELS}
        text={(model) => (model === 'main' ? first : second)}
        onChoose={(model) => {
          change({ model });
        }}
      />
      <Choice
        label={words.positions}
        value={side.positions}
        options={SIDE_POSITIONS}
        text={(positions) => words.positionsAre[positions]}
        onChoose={(positions) => {
          change({ positions });
        }}
      />
      <Choice
        label={words.cut}
        value={side.cut}
        options={SIDE_CUTS}
        text={(cut) => words.cutIs[cut]}
        onChoose={(cut) => {
          change({ cut });
        }}
      />
      <Choice
        label={words.remedy}
        value={own}
        options={remedies}
        text={(name) => remedyText(readRemedy(name)?.remedy)}
        onChoose={(name) => {
          change({ remedy: readRemedy(name)?.remedy });
        }}
      />
      {side.cut === 'random' && (
        <p role="status" className={lab['hint']}>
          {words.random(seed)}
        </p>
      )}
      {untold && (
        <p role="status" className={lab['hint']}>
          {words.noPositions(words.positionsAre[side.positions])}
        </p>
      )}
    </fieldset>
  );
}

function Choice<T extends string>(props: {
  readonly label: string;
  readonly value: T;
  readonly options: readonly T[];
  readonly text: (option: T) => string;
  readonly onChoose: (option: T) => void;
}): ReactNode {
  const { label, value, options, text, onChoose } = props;
  return (
    <label className={styles['choice']}>
      {label}
      <select
        value={value}
        onChange={({ target }) => {
          const chosen = options.find((option) => option === target.value);
          if (chosen !== undefined) onChoose(chosen);
        }}
      >
        {options.map((option) => (
          <option key={option} value={option}>
            {text(option)}
          </option>
        ))}
      </select>
    </label>
  );
}
