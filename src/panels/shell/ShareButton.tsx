import { useState, type ReactNode } from 'react';
import { hostOf, nameOf } from '../../checkpoint/sources/index.ts';
import { INITIAL_LINK_STATE } from '../../store/link/keys.ts';
import type { State } from '../../store/state.ts';
import { selectTextOverLink } from '../../store/link/over-link.ts';
import { useActions, useApp, useAppHandle } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import { Button } from '../../ui/button/Button.tsx';
import styles from './ShareButton.module.css';

/** Copies a link to what is on screen; shows it where the browser does not let a page copy. */
export function ShareButton(): ReactNode {
  const { link } = useAppHandle();
  const { notify } = useActions();
  const holds = useApp(linkHolds);
  const [shown, setShown] = useState<string>();
  const words = strings.shell;

  const share = async (): Promise<void> => {
    let address: string;
    try {
      address = await link();
    } catch {
      notify('alert', words.linkFailed, 'share');
      return;
    }
    try {
      await navigator.clipboard.writeText(address);
      setShown(undefined);
      notify('status', `${words.copied} ${holds}`, 'share');
    } catch {
      setShown(address);
    }
  };

  return (
    <div className={styles['share']}>
      <Button look="strong" onClick={() => void share()}>
        {words.share}
      </Button>
      {shown !== undefined && (
        <div className={styles['byHand']} role="status">
          <p>{words.copyByHand}</p>
          <p>{holds}</p>
          <input
            aria-label={words.linkField}
            readOnly
            value={shown}
            onFocus={(event) => {
              event.target.select();
            }}
          />
          <Button
            look="quiet"
            className={styles['close']}
            onClick={() => {
              setShown(undefined);
            }}
          >
            {words.model.close}
          </Button>
        </div>
      )}
    </div>
  );
}

/** What a link to the state would hold, in words. */
function linkHolds(state: State): string {
  const { typed, file, modelAsked, besideAsked } = state;
  const asked = [modelAsked, ...(besideAsked ? [besideAsked] : [])];
  const checkpoints = asked.flatMap((each) => (each.kind === 'files' ? [each.name] : []));
  const over = selectTextOverLink(state);
  const holds = strings.shell.holds(
    !over && typed !== INITIAL_LINK_STATE.typed && typed.trim() !== '',
    file?.name,
    checkpoints.length === 0 ? undefined : checkpoints.join(', '),
  );
  const parts = [holds];
  for (const each of asked)
    if (each.kind === 'remote') parts.push(strings.chooser.linkHolds(nameOf(each.place), hostOf(each.place)));
  if (over) parts.push(strings.explore.text.overLink);
  return parts.join(' ');
}
