import { useEffect, type ReactNode } from 'react';
import { keyOf, nameOf } from '../../checkpoint/sources/index.ts';
import { useActions, useApp, useAppHandle } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import { Button } from '../../ui/button/Button.tsx';
import { bytesText } from '../../core/bytes-text.ts';
import { FilePicker } from '../shell/FilePicker.tsx';
import styles from './beside.module.css';

const words = strings.beside;

/** The models that can be put beside the first: bundled ones, stored ones, and a person's own. */
export function BesidePicker({ onChosen }: { readonly onChosen: () => void }): ReactNode {
  const { remote } = useAppHandle();
  const { putBundledBeside, putRemoteBeside } = useActions();
  const bundled = useApp((state) => state.bundled);
  const stored = useApp((state) => state.stored);
  const whole = stored?.filter((model) => model.whole) ?? [];

  useEffect(() => {
    void remote.list();
  }, [remote]);

  return (
    <div className={styles['picker']}>
      <Choices
        title={words.bundled}
        choices={bundled.map(({ id, name, bytes }) => ({
          key: id,
          name,
          detail: bytesText(bytes),
          choose: () => {
            putBundledBeside(id);
            onChosen();
          },
        }))}
      />
      <Choices
        title={words.stored}
        choices={whole.map(({ model, bytes }) => ({
          key: keyOf(model),
          name: nameOf(model.place),
          detail: `${model.weights} · ${bytesText(bytes)}`,
          choose: () => {
            putRemoteBeside(model);
            onChosen();
          },
        }))}
      />
      <h3 className={styles['head']}>{words.own}</h3>
      <div className={styles['row']}>
        <FilePicker label={words.openFolder} folder seat="beside" onOpened={onChosen} />
        <FilePicker label={words.openFiles} checkpoint seat="beside" onOpened={onChosen} />
      </div>
    </div>
  );
}

interface Choice {
  readonly key: string;
  readonly name: string;
  readonly detail: string;
  readonly choose: () => void;
}

function Choices({
  title,
  choices,
}: {
  readonly title: string;
  readonly choices: readonly Choice[];
}): ReactNode {
  if (choices.length === 0) return null;
  return (
    <>
      <h3 className={styles['head']}>{title}</h3>
      <ul className={styles['list']}>
        {choices.map(({ key, name, detail, choose }) => (
          <li key={key} className={styles['entry']}>
            <span>
              <strong>{name}</strong>
              <br />
              <span className={styles['hint']}>{detail}</span>
            </span>
            <Button aria-label={words.put(name)} onClick={choose}>
              {words.putShort}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
