import { INPUT } from '../interface.ts';
import type { GraphView, Placed } from './graph-view.ts';
import type { NodeInfo } from './node.ts';
import type { TensorInfo } from './tensor.ts';

/** What a config says of the tables. */
export interface TableSizes {
  /** The table of relative positions that MPNet adds to attention: a row for each, a number for each head. */
  readonly relative?: { readonly rows: number; readonly heads: number };
  /** Rows of the position table. */
  readonly maxPositions: number;
  /** Rows of the table of token types; 0 = there is none. */
  readonly tokenTypes: number;
}

type Role = 'word' | 'position' | 'tokenType';

/** Where the rows of a table are looked up: by a node of its own, or within the one that adds and normalizes. */
export interface Lookup {
  readonly node: NodeInfo;
  readonly fused: boolean;
  /** The weight. Quantized tables may pack several numbers in an element. */
  readonly table: TensorInfo;
}

export type Embeddings = Readonly<Partial<Record<Role, Lookup>>>;

/** The inputs that tell what a table is of. */
const ROLE_OF_INPUT: Readonly<Record<string, Role>> = {
  [INPUT.ids]: 'word',
  [INPUT.types]: 'tokenType',
  [INPUT.positions]: 'position',
};
/** Inputs of (Q)EmbedLayerNormalization. */
const FUSED_TABLES = [
  ['word', 2],
  ['position', 3],
  ['tokenType', 4],
] as const;

/** The embedding tables among the nodes that hidden state 0 is made by. */
export function findEmbeddings(view: GraphView, made: readonly Placed[], sizes: TableSizes): Embeddings {
  const found: Partial<Record<Role, Lookup>> = {};
  for (const { node } of made) {
    const lookup = lookupOf(view, node);
    if (/^Q?EmbedLayerNormalization$/.test(node.op)) {
      for (const [role, input] of FUSED_TABLES) {
        const table = view.constant(node.inputs[input] ?? '');
        if (table) found[role] ??= { node, fused: true, table };
      }
    } else if (lookup) {
      const role = roleOf(view, lookup.table, node.inputs[1] ?? '', sizes);
      if (role) found[role] ??= lookup;
    }
  }
  return found;
}

/** Where relative positions are looked up, in whichever layers. */
export function findRelativePositions(view: GraphView, { relative }: TableSizes): readonly Lookup[] {
  if (!relative) return [];
  return view.nodes.flatMap(({ node }) => {
    const lookup = lookupOf(view, node);
    const [rows, heads] = lookup?.table.dims ?? [];
    return lookup && rows === relative.rows && heads === relative.heads ? [lookup] : [];
  });
}

function lookupOf(view: GraphView, node: NodeInfo): Lookup | undefined {
  if (node.op !== 'Gather' && node.op !== 'GatherBlockQuantized') return undefined;
  const table = view.constant(node.inputs[0] ?? '');
  return table?.dims.length === 2 ? { node, fused: false, table } : undefined;
}

function roleOf(view: GraphView, table: TensorInfo, indices: string, sizes: TableSizes): Role | undefined {
  const input = view.root(indices);
  if (view.inputs.has(input)) return ROLE_OF_INPUT[input];
  const [rows] = table.dims;
  // computed: from the length of the text, or from where its padding is
  if (rows === sizes.maxPositions) return 'position';
  return rows === sizes.tokenTypes ? 'tokenType' : undefined;
}
