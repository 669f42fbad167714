import { Suspense, useEffect, useLayoutEffect, useRef, type ReactNode } from 'react';
import { useApp } from '../../store/use-app.ts';
import { VIEWS, VIEW_IDS } from '../../store/view.ts';
import { strings } from '../../strings/index.ts';
import { CutBar } from '../cut/CutBar.tsx';
import { views } from '../views.tsx';
import { PageFault } from './PageFault.tsx';
import styles from './ViewHost.module.css';

const words = strings.shell;

/** The view that is open, from its top; over it the cut bar where the view follows the cut. */
export function ViewHost(): ReactNode {
  const view = useApp((state) => state.view);
  const { name, Component } = views[view];
  const drawn = useRef(view);

  useEffect(() => {
    document.title = words.title(view === VIEW_IDS[0] ? undefined : name);
  }, [view, name]);

  useLayoutEffect(() => {
    if (drawn.current === view) return;
    drawn.current = view;
    scrollTo(0, 0);
  }, [view]);

  return (
    <>
      {VIEWS[view].live && <CutBar />}
      {/* what failed in one view is not the fault of the next */}
      <PageFault key={view}>
        <Suspense
          fallback={
            <main className={styles['waiting']}>
              <p role="status">{words.viewLoading(name)}</p>
            </main>
          }
        >
          <Component />
        </Suspense>
      </PageFault>
    </>
  );
}
