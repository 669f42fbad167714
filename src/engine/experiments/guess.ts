import { TailscopeError } from '../../core/error.ts';
import { controlDraws } from '../../measures/control-draws.ts';
import type { Answer } from '../../measures/top-logits.ts';
import type { GuessedWord, GuessRequest, GuessResult } from '../../protocol/experiments/guess.ts';
import { strings } from '../../strings/index.ts';
import { spellMasks, type Tokenizer } from '../../text/index.ts';
import { readCorpus } from '../corpus.ts';
import type { Encoder } from '../encoder.ts';
import { guessWords, type Guess } from '../guess-words.ts';
import { keepInside, requireDimensions } from '../keep-inside.ts';
import type { Model } from '../model.ts';
import type { RunOptions } from './run-options.ts';

/**
 * The likeliest words for every mask of some sentences: whole, with dimensions cut after the network (the head reads
 * the last hidden states without them), and cut inside it, from layer 1 on; with a seed also with as many random
 * dimensions cut inside.
 * @param encoder of the model, opened with its masked-word head
 * @throws TailscopeError("no-mask-token" | "no-mask" | "dimension" | "run"), or what `pause` rejects with
 */
export async function guess(
  { tokenizer, info }: Pick<Model, 'tokenizer' | 'info'>,
  encoder: Encoder,
  { sentences, cut, count, seed }: GuessRequest,
  { pause }: RunOptions = {},
): Promise<GuessResult> {
  const { mask } = tokenizer;
  if (!mask) throw TailscopeError.of('no-mask-token', { model: info.id });
  const spelled = sentences.map((sentence) => spellMasks(sentence, mask));
  const corpus = await readCorpus(tokenizer, spelled, 'include', pause);
  const { shape } = encoder;
  requireDimensions(cut, shape.dims);
  const from = async (layer: number, dims = cut): Promise<readonly Guess[]> => {
    await pause?.();
    const keep = keepInside(shape, { dims, from: layer });
    return guessWords({ encoder, tokenizer }, corpus.sentences, count, { keep });
  };
  const whole = await guessWords({ encoder, tokenizer }, corpus.sentences, count);
  if (whole.length === 0) throw TailscopeError.of('no-mask');
  const after = cut.length === 0 ? undefined : await from(shape.layers);
  const inside = cut.length === 0 ? undefined : await from(1);
  const [drawn = []] = cut.length === 0 || seed === undefined ? [] : controlDraws(shape.dims, cut, seed);
  const random = drawn.length === 0 ? undefined : await from(1, drawn);
  const wordsOf = (found: Guess | undefined) =>
    found?.answers.map((answer) => guessedWord(tokenizer, answer));
  return {
    masks: whole.map((found, i) => ({
      sentence: found.sentence,
      position: found.position,
      whole: wordsOf(found) ?? [],
      after: wordsOf(after?.[i]),
      inside: wordsOf(inside?.[i]),
      random: wordsOf(random?.[i]),
    })),
    mask: mask.text,
    drawn,
    truncated: corpus.truncated,
  };
}

/** An answer of the head, named by the vocabulary. */
export function guessedWord(
  tokenizer: Pick<Tokenizer, 'piece'>,
  { id, logit, probability }: Answer,
): GuessedWord {
  const { token, word } = tokenizer.piece(id) ?? { token: '', word: strings.cli.noPiece(id) };
  return { id, token, word, logit, probability };
}
