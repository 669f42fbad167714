import { Component, type ReactNode } from 'react';
import { count } from '../../charts/scale/format.ts';
import { LONGEST_LINK_TEXT } from '../../store/link/keys.ts';
import { reloadPage } from '../../store/permalink.ts';
import { strings } from '../../strings/index.ts';
import { Button } from '../../ui/button/Button.tsx';
import styles from './PageFault.module.css';

interface Fault {
  readonly error: Error | undefined;
}

/** Where drawing fails, a sentence stands in place of what could not be drawn. */
export class PageFault extends Component<{ readonly children: ReactNode }, Fault> {
  override state: Fault = { error: undefined };

  static getDerivedStateFromError(error: Error): Fault {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (!error) return this.props.children;
    const words = strings.shell;
    return (
      <div role="alert" className={styles['fault']}>
        <p>
          {words.broken} {words.brokenRemedy(count(LONGEST_LINK_TEXT))}
        </p>
        <details className={styles['detail']}>
          <summary>{words.brokenSaid}</summary>
          {error.message}
        </details>
        <Button onClick={reloadPage}>{words.reload}</Button>
      </div>
    );
  }
}
