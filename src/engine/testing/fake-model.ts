import { Tensor } from 'onnxruntime-common';
import { INPUT } from '../../graph/index.ts';
import type { Tokenizer } from '../../text/index.ts';
import { Encoder } from '../encoder.ts';
import type { Model } from '../model.ts';
import { nodeRuntime } from '../node/node-runtime.ts';

const LAYERS = 2;
const DIMS = 4;
const UNKNOWN = 9;

/** Session calls under way, and the most there ever were at the same time. */
export interface Calls {
  running: number;
  most: number;
}

/**
 * A model for tests whose hidden states can be told by hand. Words are numbers; [CLS] is 1, [SEP] 2, [UNK] 9.
 * Layer l's vector of token id at position p is [id, p, l, last], times `keep`.
 */
export class FakeModel implements Model {
  /** Batches that ran, as [sentences, longest]. */
  readonly ran: [number, number][] = [];
  released = false;
  readonly #calls: Calls;
  readonly #last: number;
  readonly encoder: Encoder;
  readonly tokenizer: Tokenizer;
  readonly runtime = nodeRuntime(1);
  readonly reopen: Model['reopen'] = {
    checkpoint: () => Promise.reject(new Error('a fake model has no files')),
    encoder: () => Promise.reject(new Error('a fake model has no files')),
  };
  readonly info: Model['info'];

  /**
   * @param last every vector's last element
   * @param calls session calls are counted here, for models that share one counter
   */
  constructor(maxTokens = 64, last = -10, calls: Calls = { running: 0, most: 0 }) {
    this.#last = last;
    this.#calls = calls;
    const outputNames = Array.from({ length: LAYERS + 1 }, (_, layer) => `hidden_${layer}`);
    const inputNames = Object.values(INPUT);
    const session = { inputNames, outputNames, run: this.#run, release: this.#release };
    this.encoder = new Encoder(session, Tensor, { layers: LAYERS, dims: DIMS, padId: 0, firstPosition: 0 });
    this.tokenizer = {
      unknown: UNKNOWN,
      mask: undefined,
      encode: (sentence) => encode(sentence, maxTokens),
      piece: (id) => ({ token: String(id), word: String(id) }),
      pieces: (text) => split(text).map(Number),
    };
    this.info = {
      id: 'fake',
      name: 'Fake',
      layers: LAYERS,
      dims: DIMS,
      heads: 1,
      maxTokens,
      parameters: 1,
      bytes: 4,
      weights: { name: 'model.safetensors', others: [], approximate: false },
      positionEmbeddings: true,
      runsOn: { provider: 'node', threads: 1 },
    };
  }

  /** Most session calls under way at the same time. */
  get overlap(): number {
    return this.#calls.most;
  }

  readonly #release = (): Promise<void> => {
    this.released = true;
    return Promise.resolve();
  };

  readonly #run = async (feeds: Record<string, Tensor>): Promise<Record<string, Tensor>> => {
    const calls = this.#calls;
    calls.most = Math.max(calls.most, ++calls.running);
    await new Promise((resolve) => setTimeout(resolve, 0));
    calls.running--;
    const { input_ids: ids, position_ids: positions, keep } = feeds;
    const [sentences = 0, longest = 0] = ids?.dims ?? [];
    this.ran.push([sentences, longest]);
    const outputs: Record<string, Tensor> = {};
    for (let layer = 0; layer <= LAYERS; layer++) {
      const data = Float32Array.from({ length: sentences * longest * DIMS }, (_, i) => {
        const token = Math.floor(i / DIMS);
        const row = [Number(ids?.data[token]), Number(positions?.data[token]), layer, this.#last];
        return (row[i % DIMS] ?? 0) * Number(keep?.data[layer * DIMS + (i % DIMS)]);
      });
      outputs[`hidden_${layer}`] = new Tensor('float32', data, [sentences, longest, DIMS]);
    }
    return outputs;
  };
}

function encode(sentence: string, maxTokens: number) {
  const words = split(sentence);
  const kept = words.slice(0, maxTokens - 2);
  return {
    ids: Uint32Array.of(1, ...kept.map(Number), 2),
    text: ['[CLS]', ...kept, '[SEP]'],
    kind: Uint8Array.of(1, ...kept.map(() => 0), 2),
    continues: new Uint8Array(kept.length + 2),
    wanted: words.length + 2,
  };
}

const split = (text: string): string[] => text.split(' ').filter((word) => word !== '');
