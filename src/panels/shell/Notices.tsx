import { useEffect, useRef, type ReactNode } from 'react';
import type { Notice } from '../../store/state.ts';
import { useActions, useApp } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import { DownloadNotice } from '../chooser/DownloadNotice.tsx';
import { LinkedModel } from '../chooser/LinkedModel.tsx';
import { CloseNotice } from './CloseNotice.tsx';
import { ModelTrouble } from './ModelTrouble.tsx';
import styles from './Notices.module.css';

/** Milliseconds a notice stays that only says that something was done. */
const GLANCE = 12_000;

/** What the page has to say that belongs to no place on it, in sight wherever it is scrolled. Escape closes the newest. */
export function Notices(): ReactNode {
  const notices = useApp((state) => state.notices);
  const { dismiss } = useActions();
  const newest = notices.at(-1)?.id;

  useEffect(() => {
    if (newest === undefined) return undefined;
    const close = (event: KeyboardEvent): void => {
      // an open popover has Escape first
      if (event.key === 'Escape' && !event.defaultPrevented) dismiss(newest);
    };
    addEventListener('keydown', close);
    return () => {
      removeEventListener('keydown', close);
    };
  }, [newest, dismiss]);

  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    const { current } = box;
    if (!current) return undefined;
    // a panel that hangs from the header ends above them
    const observer = new ResizeObserver(() => {
      document.documentElement.style.setProperty('--notices', `${current.offsetHeight}px`);
    });
    observer.observe(current);
    return () => {
      observer.disconnect();
    };
  }, []);

  return (
    <section ref={box} className={styles['notices']} aria-label={strings.shell.notices}>
      <ModelTrouble />
      <LinkedModel />
      <DownloadNotice />
      {notices.map((notice) => (
        <NoticeBox key={notice.id} notice={notice} />
      ))}
    </section>
  );
}

function NoticeBox({ notice: { id, tone, text, cause } }: { readonly notice: Notice }): ReactNode {
  const { dismiss } = useActions();
  const passes = cause === 'share';

  useEffect(() => {
    if (!passes) return undefined;
    const timer = setTimeout(() => {
      dismiss(id);
    }, GLANCE);
    return () => {
      clearTimeout(timer);
    };
  }, [passes, id, dismiss]);

  return (
    <div role={tone} className={styles[tone]}>
      <span>{text}</span>
      <CloseNotice
        onClose={() => {
          dismiss(id);
        }}
      />
    </div>
  );
}
