import type { ReactNode } from 'react';
import { useActions, useApp } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import { Button } from '../../ui/button/Button.tsx';
import styles from './Notices.module.css';

/** What the page has to say that belongs to no place on it. */
export function Notices(): ReactNode {
  const notices = useApp((state) => state.notices);
  const { dismiss } = useActions();
  return (
    <section className={styles['notices']} aria-label={strings.shell.notices}>
      {notices.map(({ id, tone, text }) => (
        <div key={id} role={tone} className={styles[tone]}>
          <span>{text}</span>
          <Button
            look="quiet"
            aria-label={strings.shell.dismiss}
            onClick={() => {
              dismiss(id);
            }}
          >
            ✕
          </Button>
        </div>
      ))}
    </section>
  );
}
