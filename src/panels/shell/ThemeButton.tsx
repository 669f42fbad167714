import type { ReactNode } from 'react';
import { useActions, useApp } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import { Button } from '../../ui/button/Button.tsx';
import styles from './ThemeButton.module.css';

const NEXT = { system: 'light', light: 'dark', dark: 'system' } as const;

/** Goes round the themes: the system's, light, dark. */
export function ThemeButton(): ReactNode {
  const theme = useApp((state) => state.theme);
  const { setTheme } = useActions();
  const words = strings.shell;
  return (
    <Button
      aria-label={words.themeButton(words.themes[theme])}
      title={words.themeButton(words.themes[theme])}
      onClick={() => {
        setTheme(NEXT[theme]);
      }}
    >
      <svg className={styles['icon']} viewBox="0 0 16 16" aria-hidden>
        <circle cx="8" cy="8" r="6.2" />
        {theme !== 'light' && (
          <path
            d={
              theme === 'dark'
                ? 'M8 1.8a6.2 6.2 0 0 0 0 12.4a6.2 6.2 0 0 0 0-12.4'
                : 'M8 1.8a6.2 6.2 0 0 0 0 12.4z'
            }
          />
        )}
      </svg>
      <span className={styles['word']}>{words.themes[theme]}</span>
    </Button>
  );
}
