import { useState, type ReactNode } from 'react';
import type { PlayRemarks } from '../../store/derive/lab/play-left-out.ts';
import type { PlayLine } from '../../store/trials/playground.ts';
import { strings } from '../../strings/index.ts';
import styles from '../lab/lab.module.css';
import { LINE_KIND as KIND, PlayLineRow, type LineFocus } from './PlayLineRow.tsx';
import own from './words.module.css';

const words = strings.wordsView.play;

interface HeapProps {
  readonly sense: number;
  readonly heaps: number;
  readonly word: string;
  /** Of all heaps: a sentence's number is its place among them. */
  readonly lines: readonly PlayLine[];
  readonly remarks: PlayRemarks;
  /** Where the keyboard goes on after what was done last. */
  readonly focus: LineFocus | undefined;
  /** @param on what of the sentence keeps the keyboard, where it moves to another heap */
  readonly onChange: (line: number, change: Partial<PlayLine>, on?: LineFocus['on']) => void;
  readonly onRemove: (line: number) => void;
}

/** The sentences of one sense; others can be dropped on it. */
export function Heap(props: HeapProps): ReactNode {
  const { sense, heaps, word, lines, remarks, focus, onChange, onRemove } = props;
  const [over, setOver] = useState(false);
  const mine = lines.flatMap((line, number) => (line.sense === sense ? [{ ...line, number }] : []));
  return (
    <div
      className={own['heap']}
      role="group"
      aria-label={words.heap(sense + 1)}
      data-over={over}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(KIND)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => {
        setOver(false);
      }}
      onDrop={(event) => {
        if (!event.dataTransfer.types.includes(KIND)) return;
        event.preventDefault();
        setOver(false);
        onChange(Number(event.dataTransfer.getData(KIND)), { sense });
      }}
    >
      <p className={own['heapName']}>{words.heap(sense + 1)}</p>
      {mine.length === 0 ? (
        <p className={styles['hint']}>{words.emptyHeap}</p>
      ) : (
        <ul>
          {mine.map(({ number, ...line }) => (
            <PlayLineRow
              key={number}
              number={number}
              line={line}
              heaps={heaps}
              word={word}
              leftOut={remarks.leftOut.get(number)}
              truncated={remarks.truncated.has(number)}
              focus={focus?.line === number ? focus : undefined}
              onChange={(changed, on) => {
                onChange(number, changed, on);
              }}
              onRemove={() => {
                onRemove(number);
              }}
            />
          ))}
        </ul>
      )}
    </div>
  );
}
