import { createContext, useContext, useEffect, useId, useRef, useState, type ReactNode } from 'react';
import styles from './Popover.module.css';

export interface PopoverProps {
  /** What the button shows, its spoken name, and its look. */
  readonly button: ReactNode;
  readonly label: string;
  readonly buttonClass?: string | undefined;
  readonly title: string;
  /** The panel's content; `useClosePopover` closes it from within. */
  readonly children: ReactNode;
}

const CloseContext = createContext<() => void>(() => undefined);

/** Closes the popover that a component stands in. */
export function useClosePopover(): () => void {
  return useContext(CloseContext);
}

/** A button and the panel it opens: Escape and a press outside close it, focus returns to the button. */
export function Popover({ button, label, buttonClass, title, children }: PopoverProps): ReactNode {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const id = useId();

  const close = (): void => {
    setOpen(false);
    opener.current?.focus();
  };

  useEffect(() => {
    if (!open) return undefined;
    panel.current?.focus();
    const outside = (event: PointerEvent): void => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false);
    };
    addEventListener('pointerdown', outside);
    return () => {
      removeEventListener('pointerdown', outside);
    };
  }, [open]);

  return (
    <div
      ref={root}
      className={styles['root']}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        // notices listen for the same key
        event.preventDefault();
        close();
      }}
    >
      <button
        ref={opener}
        type="button"
        className={buttonClass}
        aria-label={label}
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => {
          setOpen(!open);
        }}
      >
        {button}
      </button>
      {open && (
        <div ref={panel} id={id} className={styles['panel']} role="dialog" aria-label={title} tabIndex={-1}>
          <CloseContext value={close}>{children}</CloseContext>
        </div>
      )}
    </div>
  );
}
