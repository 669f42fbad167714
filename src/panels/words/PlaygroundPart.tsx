import type { ReactNode } from 'react';
import { EXAMPLE_PLAY, MOST_LINES, MOST_SENSES, type PlayLine } from '../../store/trials/playground.ts';
import { useActions, useApp } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import { Button } from '../../ui/button/Button.tsx';
import styles from '../lab/lab.module.css';
import { TrialStatus } from '../lab/TrialStatus.tsx';
import { Heap } from './Heap.tsx';
import { PlayMatrixPanel } from './PlayMatrixPanel.tsx';
import own from './words.module.css';

const words = strings.wordsView.play;

/** One word in a person's own sentences, heaped by sense, and how alike the vectors find them. */
export function PlaygroundPart(): ReactNode {
  const playground = useApp((state) => state.playground);
  const { setPlayground } = useActions();
  const { word, lines } = playground;
  // one more heap than there are, to drop a sentence into
  const used = Math.max(0, ...lines.map(({ sense }) => sense)) + 1;
  const heaps = Math.min(MOST_SENSES, used + 1);
  const change = (number: number, line: Partial<PlayLine>): void => {
    setPlayground({ word, lines: lines.map((one, i) => (i === number ? { ...one, ...line } : one)) });
  };
  return (
    <>
      <div>
        <h3 className={styles['small']}>{words.title}</h3>
        <p className={styles['hint']}>{words.hint}</p>
      </div>
      <div className={own['play']}>
        <div className={own['heaps']}>
          <div className={own['wordRow']}>
            <label>
              {words.word}
              <input
                className={own['field']}
                value={word}
                maxLength={60}
                onChange={(event) => {
                  setPlayground({ word: event.target.value, lines });
                }}
              />
            </label>
            <Button
              disabled={lines.length >= MOST_LINES}
              title={lines.length >= MOST_LINES ? words.full(MOST_LINES) : undefined}
              onClick={() => {
                setPlayground({ word, lines: [...lines, { text: '', sense: lines.at(-1)?.sense ?? 0 }] });
              }}
            >
              {words.add}
            </Button>
            {playground !== EXAMPLE_PLAY && (
              <Button
                look="quiet"
                onClick={() => {
                  setPlayground(EXAMPLE_PLAY);
                }}
              >
                {words.restore}
              </Button>
            )}
          </div>
          {Array.from({ length: heaps }, (_, sense) => (
            <Heap
              key={sense}
              sense={sense}
              heaps={heaps}
              word={word}
              lines={lines}
              onChange={change}
              onRemove={(number) => {
                setPlayground({ word, lines: lines.filter((__, i) => i !== number) });
              }}
            />
          ))}
          <TrialStatus id="play" what={strings.lab.play.name} />
        </div>
        <PlayMatrixPanel />
      </div>
    </>
  );
}
