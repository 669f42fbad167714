import type { ReactNode } from 'react';
import { strings } from '../../strings/index.ts';
import { Logo } from '../../ui/Logo.tsx';
import styles from './Header.module.css';
import { ModelChip } from './ModelChip.tsx';
import { ShareButton } from './ShareButton.tsx';
import { ThemeButton } from './ThemeButton.tsx';
import { ViewNav } from './ViewNav.tsx';

export function Header(): ReactNode {
  return (
    <header className={styles['header']}>
      <h1 className={styles['logo']}>
        <Logo />
        {strings.shell.name}
      </h1>
      <ViewNav />
      <span className={styles['space']} />
      <ModelChip />
      <ThemeButton />
      <ShareButton />
    </header>
  );
}
