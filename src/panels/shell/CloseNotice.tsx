import type { ReactNode } from 'react';
import { strings } from '../../strings/index.ts';
import { Button } from '../../ui/button/Button.tsx';
import styles from './Notices.module.css';

export function CloseNotice({ onClose }: { readonly onClose: () => void }): ReactNode {
  return (
    <Button look="quiet" className={styles['close']} aria-label={strings.shell.dismiss} onClick={onClose}>
      ✕
    </Button>
  );
}
