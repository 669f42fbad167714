import { useState, type ReactNode } from 'react';
import { useActions, useAppHandle } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import { Button } from '../../ui/button/Button.tsx';
import styles from './ShareButton.module.css';

/** Copies a link to what is on screen; shows it where the browser does not let a page copy. */
export function ShareButton(): ReactNode {
  const { link } = useAppHandle();
  const { notify } = useActions();
  const [shown, setShown] = useState<string>();
  const words = strings.shell;

  const share = async (): Promise<void> => {
    const address = await link();
    try {
      await navigator.clipboard.writeText(address);
      setShown(undefined);
      notify('status', words.copied);
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
