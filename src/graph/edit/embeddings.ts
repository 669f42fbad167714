import type { GraphView, Placed } from './graph-view.ts';
import type { NodeInfo } from './node.ts';
import type { TensorInfo } from './tensor.ts';

/** What a config says of the tables. */
export interface TableSizes {
  /** Rows of the position table. */
  readonly maxPositions: number;
  /** Rows of the table of token types; undefined = there is none. */
  readonly tokenTypes: number | undefined;
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
  input_ids: 'word',
  token_type_ids: 'tokenType',
  position_ids: 'position',
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
    if (/^Q?EmbedLayerNormalization$/.test(node.op)) {
      for (const [role, input] of FUSED_TABLES) {
        const table = view.constant(node.inputs[input] ?? '');
        if (table) found[role] ??= { node, fused: true, table };
      }
    } else if (node.op === 'Gather' || node.op === 'GatherBlockQuantized') {
      const table = view.constant(node.inputs[0] ?? '');
      const role = table?.dims.length === 2 ? roleOf(view, table, node.inputs[1] ?? '', sizes) : undefined;
      if (table && role) found[role] ??= { node, fused: false, table };
    }
  }
  return found;
}

function roleOf(view: GraphView, table: TensorInfo, indices: string, sizes: TableSizes): Role | undefined {
  const input = view.root(indices);
  if (view.inputs.has(input)) return ROLE_OF_INPUT[input];
  const [rows] = table.dims;
  // computed: from the length of the text, or from where its padding is
  if (rows === sizes.maxPositions) return 'position';
  return rows === sizes.tokenTypes ? 'tokenType' : undefined;
}
