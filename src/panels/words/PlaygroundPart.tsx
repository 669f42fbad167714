import { useRef, useState, type ReactNode } from 'react';
import { selectPlayRemarks } from '../../store/derive/lab/play-left-out.ts';
import { EXAMPLE_PLAY, MOST_LINES, MOST_SENSES, type PlayLine } from '../../store/trials/playground.ts';
import { useActions, useApp } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import { Button } from '../../ui/button/Button.tsx';
import styles from '../lab/lab.module.css';
import { TrialStatus } from '../lab/TrialStatus.tsx';
import { Heap } from './Heap.tsx';
import type { LineFocus } from './PlayLineRow.tsx';
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
  const remarks = useApp(selectPlayRemarks);
  const addButton = useRef<HTMLButtonElement>(null);
  const [focus, setFocus] = useState<LineFocus>();
  /** @param next what the keyboard goes on from, where its place on the page is another or gone */
  const put = (changed: readonly PlayLine[], next?: LineFocus): void => {
    setPlayground({ word, lines: changed });
    setFocus(next);
  };
  const change = (number: number, line: Partial<PlayLine>, on?: LineFocus['on']): void => {
    const changed = lines.map((one, i) => (i === number ? { ...one, ...line } : one));
    put(changed, on && { line: number, on });
  };
  const remove = (number: number): void => {
    const left = lines.filter((_, i) => i !== number);
    put(left, left.length > 0 ? { line: Math.min(number, left.length - 1), on: 'remove' } : undefined);
    if (left.length === 0) addButton.current?.focus();
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
              ref={addButton}
              disabled={lines.length >= MOST_LINES}
              title={lines.length >= MOST_LINES ? words.full(MOST_LINES) : undefined}
              onClick={() => {
                const added = { text: '', sense: lines.at(-1)?.sense ?? 0 };
                put([...lines, added], { line: lines.length, on: 'field' });
              }}
            >
              {words.add}
            </Button>
            {playground !== EXAMPLE_PLAY && (
              <Button
                look="quiet"
                onClick={() => {
                  setPlayground(EXAMPLE_PLAY);
                  setFocus(undefined);
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
              remarks={remarks}
              focus={focus}
              onChange={change}
              onRemove={remove}
            />
          ))}
          <TrialStatus
            id="play"
            what={strings.lab.play.name}
            says={{ 'no-items': words.noneRead(word.trim()) }}
          />
        </div>
        <PlayMatrixPanel />
      </div>
    </>
  );
}
