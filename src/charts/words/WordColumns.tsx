import { memo, type ReactNode } from 'react';
import { Label, round } from '../marks.tsx';
import { Plot } from '../plot/Plot.tsx';
import { fitText, textWidth } from '../scale/text-width.ts';
import styles from './WordColumns.module.css';
import { wordColumnsLayout, type WordColumnsLayout } from './word-columns-layout.ts';

/** How much wider bold letters are. */
const BOLDER = 1.12;

export interface RankedWord {
  readonly text: string;
  /** From 0 to 1. */
  readonly share: number;
}

export interface WordColumn {
  readonly name: string;
  /** The same for where there is little room. */
  readonly short?: string;
  /** Largest first. */
  readonly words: readonly RankedWord[];
}

export interface WordColumnsProps {
  /** The first is what the others are held against. */
  readonly columns: readonly WordColumn[];
  readonly format: (share: number) => string;
  /** Whose colour the others have: of what is left after a cut, or of another side; of the cut when left out. */
  readonly others?: 'after' | 'token';
}

/** Ranked words in columns, a bar for each one's share; marks say how a word moved, and where there is room lines follow it from column to column. */
export const WordColumns = memo(function WordColumnsView(props: WordColumnsProps): ReactNode {
  const { columns, format, others = 'after' } = props;
  const rows = Math.max(...columns.map(({ words }) => words.length));
  const most = Math.max(0, ...columns.flatMap(({ words }) => words.map(({ share }) => share)));
  const layout = (width: number): WordColumnsLayout => wordColumnsLayout(columns.length, rows, most, width);
  return (
    <Plot height={(width) => layout(width).height}>
      {({ width }) => <Drawing columns={columns} format={format} others={others} layout={layout(width)} />}
    </Plot>
  );
});

function Drawing(props: Required<WordColumnsProps> & { readonly layout: WordColumnsLayout }): ReactNode {
  const { columns, format, others, layout } = props;
  const { x, columnWidth } = layout;
  return (
    <>
      {columns.map(({ name, short = name }, column) => (
        <Label key={name} x={round(x(column))} y={14} look={column === 0 ? 'strong' : `${others}Text`}>
          {textWidth(name, 12.5, true) > columnWidth ? short : name}
        </Label>
      ))}
      {layout.lines &&
        columns
          .slice(1)
          .map((to, i) => (
            <Links
              key={to.name}
              from={columns[i]?.words ?? []}
              to={to.words}
              column={i}
              of={others}
              layout={layout}
            />
          ))}
      {columns.map(({ name, words }, column) =>
        words.map((word, row) => (
          <Word
            key={`${name} ${row}`}
            word={word}
            moved={column === 0 ? '' : movedText(columns[0]?.words ?? [], word.text, row)}
            of={column > 0 ? others : undefined}
            x={x(column)}
            y={layout.y(row)}
            format={format}
            layout={layout}
          />
        )),
      )}
    </>
  );
}

/** "+" of a word that was not there, "↑2" and "↓1" of one that moved. */
export function movedText(before: readonly RankedWord[], text: string, row: number): string {
  const place = before.findIndex((word) => word.text === text);
  if (place < 0) return '+';
  if (place === row) return '';
  return place > row ? `↑${place - row}` : `↓${row - place}`;
}

function Word(props: {
  readonly word: RankedWord;
  readonly moved: string;
  /** Undefined of the first column. */
  readonly of: 'after' | 'token' | undefined;
  readonly x: number;
  readonly y: number;
  readonly format: (share: number) => string;
  readonly layout: WordColumnsLayout;
}): ReactNode {
  const { word, moved, of, x, y, format, layout } = props;
  const { columnWidth, tall, rowHeight, wide } = layout;
  const share = format(word.share);
  const bold = moved === '+';
  const mark = moved === '' ? 0 : textWidth(moved, 11) + 6;
  const room = (columnWidth - mark - (tall ? 0 : textWidth(share, 12) + 8)) / (bold ? BOLDER : 1);
  const text = fitText(word.text, room, 13);
  const line = y + 16;
  return (
    <>
      <rect
        className={styles['track']}
        x={round(x)}
        y={round(y + rowHeight - 6)}
        width={round(columnWidth)}
        height={3}
      />
      <rect
        className={styles[of ? `${of}Bar` : 'bar']}
        x={round(x)}
        y={round(y + rowHeight - 6)}
        width={round(Math.max(1, wide(word.share)))}
        height={3}
      />
      <text x={round(x)} y={round(line)} className={styles[bold && of ? `${of}Fresh` : 'word']}>
        {text}
      </text>
      {moved !== '' && (
        <Label x={round(x + textWidth(text, 13) * (bold ? BOLDER : 1) + 6)} y={round(line)} look="small">
          {moved}
        </Label>
      )}
      <Label
        x={round(tall ? x : x + columnWidth)}
        y={round(tall ? line + 14 : line)}
        anchor={tall ? 'start' : 'end'}
      >
        {share}
      </Label>
    </>
  );
}

/** A line for each word that two neighbouring columns have. */
function Links(props: {
  readonly from: readonly RankedWord[];
  readonly to: readonly RankedWord[];
  /** The left one's number. */
  readonly column: number;
  readonly of: 'after' | 'token';
  readonly layout: WordColumnsLayout;
}): ReactNode {
  const { from, to, column, of, layout } = props;
  const { x, y, columnWidth, rowHeight } = layout;
  const left = x(column) + columnWidth + 3;
  const right = x(column + 1) - 3;
  const bend = (left + right) / 2;
  const height = (row: number): number => round(y(row) + rowHeight / 2 - 2);
  return from.map(({ text }, row) => {
    const place = to.findIndex((word) => word.text === text);
    return place < 0 ? null : (
      <path
        key={text}
        className={styles[place === row ? 'stays' : `${of}Moves`]}
        d={`M${round(left)},${height(row)}C${round(bend)},${height(row)},${round(bend)},${height(place)},${round(right)},${height(place)}`}
      />
    );
  });
}
