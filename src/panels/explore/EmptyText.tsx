import type { ReactNode } from 'react';
import { selectAwaited } from '../../store/awaited.ts';
import { INITIAL_LINK_STATE } from '../../store/link/keys.ts';
import { useActions, useApp } from '../../store/use-app.ts';
import { selectNothingToMeasure } from '../../store/wanted.ts';
import { strings } from '../../strings/index.ts';
import { Button } from '../../ui/button/Button.tsx';
import styles from './ExploreView.module.css';

const words = strings.explore.text;

/** In place of the charts where there is nothing to draw: why, and a way to something. */
export function EmptyText(): ReactNode {
  const nothing = useApp(selectNothingToMeasure);
  const awaited = useApp(selectAwaited);
  const { type, closeText } = useActions();
  return (
    <div className={styles['empty']} role="status">
      <p>
        {awaited ? strings.cut.awaited(awaited.name) : nothing ? words.emptyFirst : strings.charts.nothingYet}
      </p>
      {nothing && !awaited && (
        <Button
          look="strong"
          onClick={() => {
            closeText();
            type(INITIAL_LINK_STATE.typed);
          }}
        >
          {words.useExample}
        </Button>
      )}
    </div>
  );
}
