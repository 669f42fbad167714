import type { ReactNode } from 'react';
import { isNamedRounded } from '../../checkpoint/sources/index.ts';
import { bytesText } from '../../core/bytes-text.ts';
import { strings } from '../../strings/index.ts';
import styles from './beside.module.css';

interface Props {
  readonly path: string;
  readonly bytes: number | undefined;
  readonly stored?: boolean;
  /** What can be done with them. */
  readonly children: ReactNode;
}

/** An entry in a list of weights: their path, size and kind. */
export function WeightsEntry({ path, bytes, stored = false, children }: Props): ReactNode {
  const { choice, unknownSize } = strings.chooser;
  const kind = isNamedRounded(path)
    ? choice.rounded
    : choice[path.endsWith('.onnx') ? 'onnx' : 'safetensors'];
  const size = bytes === undefined ? unknownSize : bytesText(bytes);
  return (
    <li className={styles['entry']}>
      <span>
        <strong>{path}</strong>
        <br />
        <span className={styles['hint']}>{[size, kind, ...(stored ? [choice.stored] : [])].join(' · ')}</span>
      </span>
      <span className={styles['row']}>{children}</span>
    </li>
  );
}
