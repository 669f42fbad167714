import { useEffect, useId, useRef, type ReactNode } from 'react';
import { Button } from '../button/Button.tsx';
import styles from './Dialog.module.css';

export interface DialogProps {
  readonly title: string;
  /** Name of the button that closes it. */
  readonly closeLabel: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/**
 * A window over the page, which cannot be reached until it is closed: by its button, Escape, or a press
 * outside. Focus returns to where it was.
 */
export function Dialog({ title, closeLabel, onClose, children }: DialogProps): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();

  useEffect(() => {
    const shown = dialog.current;
    if (shown?.open === false) shown.showModal();
    // not its first button, which would close it
    shown?.focus();
    return () => {
      shown?.close();
    };
  }, []);

  return (
    <dialog
      ref={dialog}
      className={styles['dialog']}
      aria-labelledby={id}
      tabIndex={-1}
      onClose={onClose}
      onKeyDown={(event) => {
        // notices listen for the same key
        if (event.key === 'Escape') event.nativeEvent.stopPropagation();
      }}
      onPointerDown={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      <div className={styles['inner']}>
        <header className={styles['head']}>
          <h2 id={id} className={styles['title']}>
            {title}
          </h2>
          <Button look="quiet" className={styles['close']} aria-label={closeLabel} onClick={onClose}>
            ✕
          </Button>
        </header>
        {children}
      </div>
    </dialog>
  );
}
