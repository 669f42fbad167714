import { useEffect, useRef, type ReactNode } from 'react';
import styles from './ScrollAcross.module.css';
import { useMore } from './use-more.ts';

export interface ScrollAcrossProps {
  /** What it holds, for who hears it. */
  readonly label: string;
  readonly role?: 'region' | 'group';
  readonly children: ReactNode;
}

/** What may be wider than its place: it scrolls there, by keyboard too, and fades where there is more of it. */
export function ScrollAcross({ label, role = 'region', children }: ScrollAcrossProps): ReactNode {
  const scrolled = useRef<HTMLDivElement>(null);
  const [more, look] = useMore();

  useEffect(() => {
    const { current } = scrolled;
    if (!current) return undefined;
    const observer = new ResizeObserver(() => {
      look(current);
    });
    observer.observe(current);
    for (const child of current.children) observer.observe(child);
    return () => {
      observer.disconnect();
    };
  }, [look]);

  return (
    <div className={styles['place']} data-more={more}>
      <div
        ref={scrolled}
        className={styles['scroll']}
        role={role}
        aria-label={label}
        tabIndex={0}
        onScroll={(event) => {
          look(event.currentTarget);
        }}
      >
        {children}
      </div>
    </div>
  );
}
