import { parseModelCard } from '../../checkpoint/index.ts';
import { recordsOf, type ModelRecord } from './record.ts';

interface Told {
  readonly dim: number;
  /** Share of minima of every layer at each report, 100 steps of 1,000 tokens apart. */
  readonly shares: readonly number[];
  readonly more?: object;
}

/** A model of two layers, by what its card would say. */
export function record(name: string, { dim, shares, more = {} }: Told): ModelRecord {
  const card = parseModelCard({
    position_embeddings: true,
    ...more,
    curve: shares.map((share, i) => ({
      step: i * 100,
      tokens: i * 100_000,
      perplexity: 1000 / (i + 1),
      loss: i === 0 ? null : 3,
      layers: [0, 1, 2].map((layer) => ({
        argmin: { dim, share: layer === 0 ? 0.01 : share },
        argmax: { dim: 200, share: 0.05 },
        z: { dim, z: layer === 0 ? -1 : -10 * share },
        kurtosis: 1 + share,
        anisotropy: share / 2,
      })),
      norms: [
        { norm: 'embeddings.LayerNorm', gamma: { dim: 4, value: 1.2 }, beta: { dim, value: -share } },
        {
          norm: 'encoder.layer.0.attention.output.LayerNorm',
          gamma: { dim, value: 1 + share },
          beta: { dim, value: -share },
        },
        { norm: 'encoder.layer.0.output.LayerNorm', gamma: { dim: 9, value: 1.1 } },
      ],
    })),
  });
  const [made] = recordsOf(
    [
      {
        key: name,
        name,
        bundled: undefined,
        inUse: true,
        card: card ? { kind: 'ready', card } : { kind: 'missing' },
      },
    ],
    { share: 0.5, z: 8 },
  );
  if (!made) throw new Error('the fixture is no card');
  return made;
}
