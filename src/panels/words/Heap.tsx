import { useState, type ReactNode } from 'react';
import { placeOf, type PlayLine } from '../../store/trials/playground.ts';
import { strings } from '../../strings/index.ts';
import { Button } from '../../ui/button/Button.tsx';
import styles from '../lab/lab.module.css';
import own from './words.module.css';

const words = strings.wordsView.play;
/** What a drag of ours carries, so that a dragged file is not taken for a sentence. */
const KIND = 'application/x-tailscope-line';

interface HeapProps {
  readonly sense: number;
  readonly heaps: number;
  readonly word: string;
  /** Of all heaps: a sentence's number is its place among them. */
  readonly lines: readonly PlayLine[];
  readonly onChange: (line: number, change: Partial<PlayLine>) => void;
  readonly onRemove: (line: number) => void;
}

/** The sentences of one sense; others can be dropped on it. */
export function Heap(props: HeapProps): ReactNode {
  const { sense, lines, onChange } = props;
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
            <Line key={number} {...props} number={number} line={line} />
          ))}
        </ul>
      )}
    </div>
  );
}

function Line(props: HeapProps & { readonly number: number; readonly line: PlayLine }): ReactNode {
  const { number, line, word, heaps, onChange, onRemove } = props;
  const lacks = line.text.trim() !== '' && word.trim() !== '' && placeOf(word, line.text) < 0;
  return (
    <li className={own['line']}>
      <span
        className={own['grip']}
        title={words.drag}
        aria-hidden
        draggable
        onDragStart={(event) => {
          event.dataTransfer.setData(KIND, String(number));
          event.dataTransfer.effectAllowed = 'move';
        }}
      >
        ⠿
      </span>
      <input
        className={own['field']}
        aria-label={words.line(number + 1)}
        dir="auto"
        value={line.text}
        maxLength={500}
        onChange={(event) => {
          onChange(number, { text: event.target.value });
        }}
      />
      <select
        className={own['select']}
        aria-label={words.sense(number + 1)}
        value={line.sense}
        onChange={(event) => {
          onChange(number, { sense: Number(event.target.value) });
        }}
      >
        {Array.from({ length: heaps }, (_, i) => (
          <option key={i} value={i}>
            {words.heap(i + 1)}
          </option>
        ))}
      </select>
      <Button
        look="quiet"
        aria-label={words.remove(number + 1)}
        onClick={() => {
          onRemove(number);
        }}
      >
        ×
      </Button>
      {lacks && <span className={own['lacks']}>{words.lacks(word.trim())}</span>}
    </li>
  );
}
