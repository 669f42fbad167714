import { useLayoutEffect, useRef, type ReactNode } from 'react';
import { useActions, useApp } from '../../store/use-app.ts';
import { VIEW_IDS } from '../../store/view.ts';
import { strings } from '../../strings/index.ts';
import { useMore } from '../../ui/scroll/use-more.ts';
import { views } from '../views.tsx';
import styles from './ViewNav.module.css';

/** The ways between the views; where they do not fit, the row scrolls, and the open one is in sight. */
export function ViewNav(): ReactNode {
  const view = useApp((state) => state.view);
  const { openView } = useActions();
  const row = useRef<HTMLElement>(null);
  const [more, look] = useMore();

  useLayoutEffect(() => {
    const nav = row.current;
    const open = nav?.querySelector('[aria-current]');
    if (!nav || !open) return;
    // called at once, and when a telephone is turned
    const observer = new ResizeObserver(() => {
      const [own, whole] = [open.getBoundingClientRect(), nav.getBoundingClientRect()];
      // the row alone is moved: scrollIntoView would move the page, too
      nav.scrollLeft += own.left + own.width / 2 - (whole.left + whole.width / 2);
      look(nav);
    });
    observer.observe(nav);
    return () => {
      observer.disconnect();
    };
  }, [view, look]);

  return (
    <nav
      ref={row}
      className={styles['nav']}
      aria-label={strings.shell.viewsLabel}
      data-more={more}
      onScroll={(event) => {
        look(event.currentTarget);
      }}
    >
      <ul className={styles['list']}>
        {VIEW_IDS.map((id) => (
          <li key={id}>
            <button
              type="button"
              className={styles['view']}
              aria-current={id === view ? 'page' : undefined}
              onClick={() => {
                openView(id);
              }}
            >
              {views[id].name}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
