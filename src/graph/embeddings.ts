import type { Value } from './graph-builder.ts';
import { INPUT } from './interface.ts';
import type { EncoderConfig } from './model-config.ts';
import { layerNorm, linear, openedNorm } from './operators.ts';
import type { Scope } from './scope.ts';
import { traceEmbeddings } from './trace.ts';

/**
 * Words, positions and, where the network has them, token types: looked up, added, and normalized.
 * @returns [batch * length, embeddingDims]
 */
export function embeddings({ graph, at, traced }: Scope, config: EncoderConfig): Value {
  const name = `${at}embeddings`;
  const { embeddingDims, tokenTypes, layerNormEps } = config;
  const look = (table: string, rows: number, input: Value) =>
    graph.node('Gather', [
      graph.weight([`${name}.${table}.weight`], [rows, embeddingDims]),
      graph.node('Reshape', [input, graph.ints([-1])]),
    ]);
  const words = look('word_embeddings', config.vocabulary, INPUT.ids);
  const places = look('position_embeddings', config.maxPositions, INPUT.positions);
  const positions = graph.node('Mul', [places, INPUT.positionScale]);
  const types = tokenTypes > 0 ? look('token_type_embeddings', tokenTypes, INPUT.types) : undefined;
  const typed = types === undefined ? words : graph.node('Add', [words, types]);
  const rows = graph.node('Add', [typed, positions]);
  const norm = `${name}.LayerNorm`;
  // dimensions of narrow embeddings are not those of the hidden states
  if (!traced || embeddingDims !== config.dims)
    return layerNorm(graph, rows, norm, embeddingDims, layerNormEps);
  const opened = openedNorm(graph, rows, norm, embeddingDims, layerNormEps);
  traceEmbeddings(graph, [words, positions, ...(types === undefined ? [] : [types])], opened);
  return opened.out;
}

/** Narrow embeddings [batch * length, embeddingDims] as hidden states [batch * length, dims]. */
export function project({ graph }: Scope, config: EncoderConfig, narrow: Value, name: string): Value {
  const { dims, embeddingDims } = config;
  return linear(graph, narrow, name, dims, embeddingDims);
}
