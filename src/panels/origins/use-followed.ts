import type { OriginsResult } from '../../protocol/experiments/origins.ts';
import { selectDimension } from '../../store/derive/choice.ts';
import { selectModel } from '../../store/model.ts';
import { useApp } from '../../store/use-app.ts';
import { useAsk, type Ask } from '../../store/use-ask.ts';
import { selectFollowed, selectOrigins } from './questions.ts';

export interface Followed {
  /** The dimension on screen. */
  readonly dim: number | undefined;
  /** Those that can be chosen. */
  readonly dims: readonly number[];
  readonly weights: Ask<'origins'>;
  readonly model: string;
}

/** The dimension that the view follows, and what the weights say of it. */
export function useFollowed(): Followed {
  const request = useApp(selectOrigins);
  const weights = useAsk('origins', request, 'at once');
  const asked = useApp(selectFollowed);
  const chosen = useApp((state) => (state.before ? selectDimension(state) : state.dimension));
  const model = useApp((state) => selectModel(state)?.name ?? '');
  // without a text there are no tails: the weights then say which dimensions are out of line
  const dims = asked.length > 0 ? asked : suspectsOf(weights.answer);
  return { dim: chosen ?? dims[0], dims, weights, model };
}

function suspectsOf(answer: OriginsResult | undefined): readonly number[] {
  return answer?.dims ?? [];
}
