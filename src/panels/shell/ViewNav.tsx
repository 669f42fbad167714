import type { ReactNode } from 'react';
import { useActions, useApp } from '../../store/use-app.ts';
import { VIEW_IDS } from '../../store/view.ts';
import { strings } from '../../strings/index.ts';
import { views } from '../views.tsx';
import styles from './ViewNav.module.css';

/** The ways between the views; where they do not fit, the row scrolls. */
export function ViewNav(): ReactNode {
  const view = useApp((state) => state.view);
  const { openView } = useActions();
  return (
    <nav className={styles['nav']} aria-label={strings.shell.viewsLabel}>
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
