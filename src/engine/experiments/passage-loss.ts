import { at } from '../../core/at.ts';
import { TailscopeError } from '../../core/error.ts';
import { seeded, type Random } from '../../core/random.ts';
import { drawDistinct } from '../../measures/draw-distinct.ts';
import { logLoss } from '../../measures/log-loss.ts';
import type {
  LossRange,
  Masking,
  PassageLossRequest,
  PassageLossResult,
} from '../../protocol/experiments/passage-loss.ts';
import { TOKEN_KINDS } from '../../text/index.ts';
import { bucket } from '../bucket.ts';
import { readCorpus, type Corpus, type Sentence } from '../corpus.ts';
import type { Encoder } from '../encoder.ts';
import { keepInside, requireDimensions } from '../keep-inside.ts';
import type { Model } from '../model.ts';
import { tokenBatch } from '../token-batch.ts';
import type { RunOptions } from './run-options.ts';

/** Share of a sentence's words that are hidden at once: what BERT was trained on. */
const SHARE = 0.15;

/** A sentence with some of its words hidden, and what they are. */
interface Riddle {
  readonly ids: Uint32Array;
  readonly hidden: readonly { readonly token: number; readonly answer: number }[];
}

/**
 * The masked-word loss over a passage: whole, cut after the network, cut inside it, and with as many random dimensions cut
 * either way.
 * @param encoder of the model, opened with its masked-word head
 * @throws TailscopeError("no-mask-token" | "empty-text" | "dimension" | "run"), or what `pause` rejects with
 */
export async function passageLoss(
  { tokenizer, info }: Pick<Model, 'tokenizer' | 'info'>,
  encoder: Encoder,
  request: PassageLossRequest,
  { onProgress, pause }: RunOptions = {},
): Promise<PassageLossResult> {
  const { shape } = encoder;
  const { cut, masking, draws, seed } = request;
  requireDimensions(cut, shape.dims);
  const { mask } = tokenizer;
  if (!mask) throw TailscopeError.of('no-mask-token', { model: info.id });
  const corpus = await readCorpus(tokenizer, request.sentences, 'include', pause);
  const random = seeded(seed);
  const riddles = riddlesOf(corpus, mask.id, masking, random);
  const hidden = riddles.reduce((sum, riddle) => sum + riddle.hidden.length, 0);
  if (hidden === 0) throw TailscopeError.of('empty-text');

  const others = Array.from({ length: shape.dims }, (_, dim) => dim).filter((dim) => !cut.includes(dim));
  const drawn = Array.from({ length: cut.length === 0 || others.length < cut.length ? 0 : draws }, () =>
    drawDistinct(others.length, cut.length, random).map((place) => others[place] ?? 0),
  );
  const of = (cut.length === 0 ? 1 : 3) + 2 * drawn.length;
  let done = 0;
  const loss = async (dims: readonly number[], from: number): Promise<number> => {
    const keep = dims.length === 0 ? {} : { keep: keepInside(shape, { dims, from }) };
    const sum = await lossOf(encoder, riddles, keep, pause);
    onProgress?.({
      sentences: Math.round((++done / of) * corpus.sentences.length),
      of: corpus.sentences.length,
    });
    return sum / hidden;
  };
  const last = shape.layers;
  const whole = await loss([], last);
  const after = cut.length === 0 ? whole : await loss(cut, last);
  const inside = cut.length === 0 ? whole : await loss(cut, 1);
  const randomAfter: number[] = [];
  const randomInside: number[] = [];
  for (const dims of drawn) {
    randomAfter.push(await loss(dims, last));
    randomInside.push(await loss(dims, 1));
  }
  return {
    masking,
    whole,
    after,
    inside,
    randomAfter: rangeOf(randomAfter),
    randomInside: rangeOf(randomInside),
    hidden,
    truncated: corpus.truncated.map(({ sentence }) => sentence),
    sentences: corpus.sentences.length,
    tokens: corpus.tokens,
  };
}

function riddlesOf({ sentences }: Corpus, mask: number, masking: Masking, random: Random): Riddle[] {
  const word = TOKEN_KINDS.indexOf('word');
  return sentences.flatMap(({ encoded }: Sentence) => {
    // a mask that stands in the text hides nobody knows which word
    const words = Array.from(encoded.ids.keys()).filter(
      (token) => encoded.kind[token] === word && encoded.ids[token] !== mask,
    );
    if (masking === 'each') return words.map((token) => hide(encoded.ids, [token], mask));
    if (words.length === 0) return [];
    const count = Math.max(1, Math.round(SHARE * words.length));
    const chosen = drawDistinct(words.length, count, random).map((place) => words[place] ?? 0);
    return [hide(encoded.ids, chosen, mask)];
  });
}

function hide(ids: Uint32Array, tokens: readonly number[], mask: number): Riddle {
  const masked = ids.slice();
  for (const token of tokens) masked[token] = mask;
  return { ids: masked, hidden: tokens.map((token) => ({ token, answer: at(ids, token) })) };
}

/** Sum of the losses at all hidden words. */
async function lossOf(
  encoder: Encoder,
  riddles: readonly Riddle[],
  keep: { readonly keep?: Float32Array },
  pause: (() => Promise<void>) | undefined,
): Promise<number> {
  let sum = 0;
  for (const indices of bucket(riddles.map(({ ids }) => ids.length))) {
    await pause?.();
    const batch = indices.flatMap((i) => riddles[i] ?? []);
    const places = batch.flatMap(({ hidden }, sentence) => hidden.map(({ token }) => ({ sentence, token })));
    const logits = await encoder.maskedLogits(tokenBatch(batch.map(({ ids }) => ids)), places, keep);
    const answers = batch.flatMap(({ hidden }) => hidden.map(({ answer }) => answer));
    for (const [i, answer] of answers.entries()) sum += logLoss(logits[i] ?? new Float32Array(), answer);
  }
  return sum;
}

function rangeOf(losses: readonly number[]): LossRange | undefined {
  if (losses.length === 0) return undefined;
  const mean = losses.reduce((sum, loss) => sum + loss, 0) / losses.length;
  return { mean, low: Math.min(...losses), high: Math.max(...losses) };
}
