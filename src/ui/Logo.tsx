import type { ReactNode } from 'react';

/** A flat line with one deep spike: the mean vector of a model with a tail. */
export function Logo(): ReactNode {
  return (
    <svg width="28" height="22" viewBox="0 0 28 22" aria-hidden>
      <path
        d="M1 7h10l1.5 1.5L14 19l1.5-10.5L17 7h10"
        fill="none"
        stroke="var(--tail)"
        strokeWidth="2.2"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
    </svg>
  );
}
