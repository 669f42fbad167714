import { at } from '../../core/at.ts';
import { strings } from '../../strings/index.ts';
import { table } from '../table.ts';
import { termsOf, type OriginsOfText, type TermName } from './origins-of-text.ts';

const { command } = strings.origins;
const { columns } = command;

/** What a text says of some dimensions, as tables one under another. */
export function drawOriginsOfText(found: OriginsOfText): string {
  return [...livesOf(found), movesOf(found), explainedOf(found)].join('\n\n');
}

function livesOf({ life }: OriginsOfText): string[] {
  if (typeof life === 'string') return [command.noLife(life)];
  const title = command.life({ tokens: life.averaged, error: life.largestError.toExponential(0) });
  const tables = life.dims.map((dim, d) => {
    const rows = Array.from({ length: life.layers }, (_, layer) => {
      const { terms, state } = termsOf(life, d, layer);
      return { layer, terms, state };
    });
    const head = [columns.layer, ...(rows.at(-1)?.terms.map(nameOf) ?? []), columns.state];
    // the embeddings have terms of their own: a line before the table
    const [first, ...others] = rows;
    const born = first?.terms.map((term) => `${nameOf(term)} ${term[1].toFixed(3)}`).join(', ');
    const drawn = others.map(({ layer, terms, state }) => [
      String(layer),
      ...terms.map(([, value]) => value.toFixed(3)),
      state.toFixed(3),
    ]);
    return `${command.lifeOf(dim)}: ${born ?? ''} = ${(first?.state ?? NaN).toFixed(3)}\n${table(head, drawn)}`;
  });
  return [title, ...tables];
}

function nameOf([name]: readonly [TermName, number]): string {
  return command.terms[name];
}

function movesOf({ moves, dims }: OriginsOfText): string {
  const layers = moves[0]?.layers ?? 0;
  const head = [columns.dim, columns.positions, ...Array.from({ length: layers }, (_, l) => String(l))];
  const rows = dims.flatMap((dim, d) =>
    moves.map(({ move, followed }) => [
      String(dim),
      command.moves[move.kind],
      ...Array.from({ length: layers }, (_, l) => {
        const one = followed[d];
        const share = Math.max(at(one?.smallest ?? [], l), at(one?.largest ?? [], l));
        return `${at(one?.mean ?? [], l).toFixed(2)} (${share.toFixed(2)})`;
      }),
    ]),
  );
  return `${command.moved}\n${table(head, rows)}`;
}

function explainedOf({ moves }: OriginsOfText): string {
  const [whole] = moves;
  const head = [columns.dim, columns.layer, columns.byPosition, columns.byFrequency, columns.byBoth];
  const rows = (whole?.followed ?? []).flatMap(({ dim, byPosition, byFrequency, byBoth }) =>
    Array.from(byPosition, (share, layer) => [
      String(dim),
      String(layer),
      share.toFixed(3),
      at(byFrequency, layer).toFixed(3),
      at(byBoth, layer).toFixed(3),
    ]),
  );
  return `${command.explained}\n${table(head, rows)}`;
}
