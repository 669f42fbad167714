import type { ReactNode } from 'react';
import { count } from '../../charts/scale/format.ts';
import { strings } from '../../strings/index.ts';
import { Button } from '../../ui/button/Button.tsx';

const words = strings.syntaxView.trees;

interface SentenceStepsProps {
  /** Number of the sentence on screen, from 0. */
  readonly place: number;
  readonly of: number;
  readonly onChoose: (place: number) => void;
}

/** From one sentence's tree to the next. */
export function SentenceSteps({ place, of, onChoose }: SentenceStepsProps): ReactNode {
  return (
    <>
      <Button
        aria-label={words.previous}
        disabled={place === 0}
        onClick={() => {
          onChoose(place - 1);
        }}
      >
        ←
      </Button>{' '}
      {words.place(count(place + 1), count(of))}{' '}
      <Button
        aria-label={words.next}
        disabled={place + 1 >= of}
        onClick={() => {
          onChoose(place + 1);
        }}
      >
        →
      </Button>
    </>
  );
}
