import { useEffect, useState, type ReactNode } from 'react';
import { useApp, useAppHandle } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import styles from './DropZone.module.css';
import { openDropped } from './open-dropped.ts';

/** What the views take that have data of their own. */
const dropWords = new Map(Object.entries(strings.lab.data.drop));

/** Takes files dropped anywhere on the page; while they hover it says what they may be. */
export function DropZone(): ReactNode {
  const { store } = useAppHandle();
  const view = useApp((state): string => state.view);
  const [over, setOver] = useState(false);

  useEffect(() => {
    const carries = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
    const hover = (event: DragEvent): void => {
      if (!carries(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent): void => {
      const { dataTransfer } = event;
      setOver(false);
      if (!dataTransfer || !carries(event)) return;
      event.preventDefault();
      void openDropped(store, dataTransfer);
    };
    addEventListener('dragover', hover);
    addEventListener('dragleave', leave);
    addEventListener('drop', drop);
    return () => {
      removeEventListener('dragover', hover);
      removeEventListener('dragleave', leave);
      removeEventListener('drop', drop);
    };
  }, [store]);

  if (!over) return null;
  return <div className={styles['zone']}>{dropWords.get(view) ?? strings.shell.dropHere}</div>;
}
