import { memo, type ReactNode } from 'react';
import { strings } from '../../strings/index.ts';
import styles from './ChartFrame.module.css';

export type FrameAction = 'png' | 'svg' | 'csv' | 'table';

interface FrameActionsProps {
  readonly title: string;
  readonly asTable: boolean;
  readonly onPress: (action: FrameAction) => void;
}

/** The buttons under a chart: save it, or read it as a table. */
export const FrameActions = memo(function FrameActionsView(props: FrameActionsProps): ReactNode {
  const { title, asTable, onPress } = props;
  const words = strings.charts;
  const actions: readonly (readonly [FrameAction, string, string])[] = [
    ['png', words.png, words.savePng(title)],
    ['svg', words.svg, words.saveSvg(title)],
    ['csv', words.csv, words.saveCsv(title)],
    [
      'table',
      asTable ? words.hideTable : words.table,
      asTable ? words.showChart(title) : words.showTable(title),
    ],
  ];
  return (
    <span className={styles['actions']} role="group" aria-label={words.save}>
      {actions.map(([action, name, says]) => (
        <button
          key={action}
          type="button"
          className={styles['action']}
          aria-label={says}
          title={says}
          onClick={() => {
            onPress(action);
          }}
        >
          {name}
        </button>
      ))}
    </span>
  );
});
