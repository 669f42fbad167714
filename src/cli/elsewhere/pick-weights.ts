import { baseName } from '../../checkpoint/index.ts';
import { type Found, preferredChoice, type WeightsChoice } from '../../checkpoint/sources/index.ts';
import { TailscopeError } from '../../core/error.ts';

/**
 * Which of the weights that were found are fetched: those that are named, by their path or its last part, else the
 * smallest exact ones, else the smallest.
 * @throws TailscopeError("no-such-weights"), or what keeps the model from being run
 */
export function pickWeights({ choices, named, problem }: Found, wanted: string | undefined): WeightsChoice {
  if (problem) throw TailscopeError.revive(problem);
  const picked =
    wanted === undefined
      ? (preferredChoice(choices, named, ({ approximate }) => !approximate) ?? choices[0])
      : (choices.find(({ weights }) => weights === wanted) ??
        choices.find(({ weights }) => baseName(weights) === wanted));
  if (picked) return picked;
  throw TailscopeError.of('no-such-weights', {
    name: wanted ?? '',
    found: choices.map(({ weights }) => weights),
  });
}
