import type { ReactNode } from 'react';
import { Button } from './Button.tsx';

export interface ShowAllProps {
  readonly all: boolean;
  readonly onChange: (all: boolean) => void;
  /** What it says while a few are shown, and while all are. */
  readonly more: string;
  readonly fewer: string;
}

/** The button below a list that begins with a few of its rows. */
export function ShowAll({ all, onChange, more, fewer }: ShowAllProps): ReactNode {
  return (
    <Button
      look="quiet"
      aria-expanded={all}
      onClick={() => {
        onChange(!all);
      }}
    >
      {all ? fewer : more}
    </Button>
  );
}
