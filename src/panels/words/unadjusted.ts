import type { Trial } from '../../store/trials/trial.ts';

/**
 * Why there are no self-similarities less the anisotropy to draw: a single sentence has none, whatever is done to it; otherwise they
 * are still measured. Undefined where no answer is there, or the run ended without them, which is said elsewhere.
 */
export function unadjusted({
  answer,
  running,
}: Pick<Trial<'words'>, 'answer' | 'running'>): 'one-sentence' | 'measuring' | undefined {
  if (!answer) return undefined;
  if (answer.result.anisotropyBefore === undefined) return 'one-sentence';
  return running ? 'measuring' : undefined;
}
