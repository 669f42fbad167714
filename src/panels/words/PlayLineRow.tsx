import { useEffect, useRef, type ReactNode } from 'react';
import type { Missing } from '../../protocol/experiments/missing.ts';
import { placeOf, type PlayLine } from '../../store/trials/playground.ts';
import { strings } from '../../strings/index.ts';
import { Button } from '../../ui/button/Button.tsx';
import own from './words.module.css';

const words = strings.wordsView.play;
/** What a drag of ours carries, so that a dragged file is not taken for a sentence. */
export const LINE_KIND = 'application/x-tailscope-line';

/** A part of one sentence's row that is to have the keyboard: a new one each time that it is to. */
export interface LineFocus {
  readonly line: number;
  readonly on: 'field' | 'heap' | 'remove';
}

interface PlayLineRowProps {
  readonly number: number;
  readonly line: PlayLine;
  readonly heaps: number;
  readonly word: string;
  /** Why it is compared with no other though it has the word. */
  readonly leftOut: Missing['why'] | undefined;
  readonly truncated: boolean;
  readonly focus: LineFocus | undefined;
  readonly onChange: (change: Partial<PlayLine>, on?: LineFocus['on']) => void;
  readonly onRemove: () => void;
}

/** One sentence of the playground: to be written, dragged or sent to another heap, and taken away. */
export function PlayLineRow(props: PlayLineRowProps): ReactNode {
  const { number, line, heaps, focus, onChange, onRemove } = props;
  const field = useRef<HTMLInputElement>(null);
  const heap = useRef<HTMLSelectElement>(null);
  const remove = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // in another heap it is another element, and whoever works by the keyboard would be back at the page's top
    if (focus) ({ field, heap, remove })[focus.on].current?.focus();
  }, [focus]);
  return (
    <li className={own['line']}>
      <span
        className={own['grip']}
        title={words.drag}
        aria-hidden
        draggable
        onDragStart={(event) => {
          event.dataTransfer.setData(LINE_KIND, String(number));
          event.dataTransfer.effectAllowed = 'move';
        }}
      >
        ⠿
      </span>
      <input
        ref={field}
        className={own['field']}
        aria-label={words.line(number + 1)}
        dir="auto"
        value={line.text}
        maxLength={500}
        onChange={(event) => {
          onChange({ text: event.target.value });
        }}
      />
      <select
        ref={heap}
        className={own['select']}
        aria-label={words.sense(number + 1)}
        value={line.sense}
        onChange={(event) => {
          onChange({ sense: Number(event.target.value) }, 'heap');
        }}
      >
        {Array.from({ length: heaps }, (_, i) => (
          <option key={i} value={i}>
            {words.heap(i + 1)}
          </option>
        ))}
      </select>
      <Button ref={remove} look="quiet" aria-label={words.remove(number + 1)} onClick={onRemove}>
        ×
      </Button>
      <LineRemark {...props} />
    </li>
  );
}

/** What of a sentence is not measured, and why. */
function LineRemark(props: Pick<PlayLineRowProps, 'line' | 'word' | 'leftOut' | 'truncated'>): ReactNode {
  const { line, word, leftOut, truncated } = props;
  const lacks = line.text.trim() !== '' && word.trim() !== '' && placeOf(word, line.text) < 0;
  if (lacks) return <span className={own['lacks']}>{words.lacks(word.trim())}</span>;
  if (leftOut) return <span className={own['lacks']}>{strings.experiments.leftOut(leftOut)}</span>;
  return truncated ? <span className={own['lacks']}>{words.truncated}</span> : null;
}
