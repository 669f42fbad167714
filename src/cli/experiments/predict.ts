import { TailscopeError } from '../../core/error.ts';
import { guessedWord, guessWords, keepInside, passageLoss, type Guess } from '../../engine/index.ts';
import type { NodeModel } from '../../engine/node/index.ts';
import { controlDraws } from '../../measures/control-draws.ts';
import type { Answer } from '../../measures/top-logits.ts';
import type { GuessedWord } from '../../protocol/experiments/guess.ts';
import { RANDOM_CUTS, type LossRange, type Masking } from '../../protocol/experiments/passage-loss.ts';
import { strings } from '../../strings/index.ts';
import { spellMasks } from '../../text/index.ts';
import { reporting, type Context } from '../context.ts';
import { rounded } from '../report.ts';
import { table } from '../table.ts';
import { onText } from './text.ts';

/** Words given for each mask. */
const TOP = 10;

interface Mask {
  /** Its sentence's place in the text, and its own among the sentence's tokens; both from 0. */
  readonly sentence: number;
  readonly position: number;
  readonly before: readonly GuessedWord[];
  readonly after: readonly GuessedWord[];
  /** With as many random other dimensions cut in the same place; left out where nothing is cut, or no other is left. */
  readonly random?: readonly GuessedWord[];
}

/**
 * The sentences with their masks as the model writes them, in whichever spelling they were typed.
 * @throws TailscopeError("no-mask-token")
 */
function spell(sentences: readonly string[], { tokenizer, info }: NodeModel): string[] {
  const { mask } = tokenizer;
  if (!mask) throw TailscopeError.of('no-mask-token', { model: info.id });
  return sentences.map((sentence) => spellMasks(sentence, mask));
}

/**
 * The likeliest words for every mask, before and after the cut, and with one drawn set of as many other dimensions cut. After the network the cut is of the
 * last hidden states, which the head reads.
 * With `--loss` the loss over the text instead, whose words are hidden (docs/measures.md, "Masked-word loss").
 * @throws TailscopeError("no-mask" | "usage-missing")
 */
export const predict = onText(
  async (context, corpus, sentences) => {
    const { model, settings } = context;
    const { cut, cutWhere, loss } = settings;
    if (loss !== undefined) return lossOver(context, sentences, loss);
    const { shape } = model.encoder;
    const before = await guessWords(model, corpus.sentences, TOP);
    if (before.length === 0) throw TailscopeError.of('no-mask');
    const guessed = (dims: readonly number[]) => {
      const keep = keepInside(shape, { dims, from: cutWhere === 'inside' ? 1 : shape.layers });
      return guessWords(model, corpus.sentences, TOP, { keep });
    };
    const after = cut.length === 0 ? before : await guessed(cut);
    const [drawn = []] = cut.length === 0 ? [] : controlDraws(shape.dims, cut, settings.seed);
    const random = drawn.length === 0 ? undefined : await guessed(drawn);

    const words = (guess: Guess | undefined) => (guess?.answers ?? []).map((answer) => wordOf(model, answer));
    const masks = before.map(({ sentence, position, answers }, i): Mask => {
      return {
        sentence,
        position,
        before: answers.map((answer) => wordOf(model, answer)),
        after: words(after[i]),
        ...(random && { random: words(random[i]) }),
      };
    });
    const tables = masks.map((mask, i) => {
      const title = strings.cli.mask({ number: i + 1, sentence: mask.sentence + 1, position: mask.position });
      return `${title}\n${draw(mask, cut.length > 0)}`;
    });
    const control = random ? [strings.cli.randomCut(drawn)] : [];
    return {
      fields: { masks, ...(random && { randomCut: drawn }) },
      text: [...tables, ...control].join('\n\n'),
    };
  },
  { prepare: spell, maskedWords: true },
);

/** The loss whole, cut after the network and inside it, and of random cuts. */
async function lossOver(context: Context, sentences: readonly string[], masking: Masking) {
  const { model, settings } = context;
  const { cut, seed } = settings;
  if (cut.length === 0) throw TailscopeError.of('usage-missing', { flag: '--cut' });
  const request = { sentences, cut, masking, draws: RANDOM_CUTS, seed };
  const found = await passageLoss(model, model.encoder, request, reporting(context));
  const { whole, after, inside, randomAfter, randomInside, hidden } = found;
  const written = (loss: number) => ({ loss: rounded(loss), perplexity: rounded(Math.exp(loss)) });
  const range = (of: LossRange | undefined) =>
    of ? { mean: rounded(of.mean), low: rounded(of.low), high: rounded(of.high) } : null;
  const { loss: words } = strings.cli;
  const row = (name: string, loss: number, other: LossRange | undefined) => [
    name,
    loss.toFixed(4),
    Math.exp(loss).toFixed(2),
    other ? `${other.mean.toFixed(4)} (${other.low.toFixed(4)} to ${other.high.toFixed(4)})` : '',
  ];
  const rows = [
    row(words.whole, whole, undefined),
    row(words.after, after, randomAfter),
    row(words.inside, inside, randomInside),
  ];
  return {
    fields: {
      masking,
      hidden,
      whole: written(whole),
      after: written(after),
      inside: written(inside),
      randomAfter: range(randomAfter),
      randomInside: range(randomInside),
    },
    text: `${words.said({ hidden, masking, draws: RANDOM_CUTS })}\n\n${table([...words.columns], rows)}`,
  };
}

function wordOf({ tokenizer }: NodeModel, answer: Answer): GuessedWord {
  const found = guessedWord(tokenizer, answer);
  return { ...found, logit: rounded(found.logit), probability: rounded(found.probability) };
}

function draw({ before, after, random }: Mask, both: boolean): string {
  const { columns } = strings.cli;
  const cells = (word: GuessedWord | undefined) =>
    word ? [word.word, word.logit.toFixed(2), word.probability.toFixed(4)] : ['', '', ''];
  const head = [columns.logit, columns.probability];
  if (!both) return table([columns.word, ...head], before.map(cells));
  const rows = before.map((word, i) => [
    ...cells(word),
    ...cells(after[i]),
    ...(random ? cells(random[i]) : []),
  ]);
  const names = [columns.before, columns.after, ...(random ? [columns.random] : [])];
  return table(
    names.flatMap((name) => [name, ...head]),
    rows,
  );
}
