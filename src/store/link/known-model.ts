import { strings } from '../../strings/index.ts';
import type { BundledModel } from '../../protocol/model.ts';
import type { ModelChoice } from '../state.ts';
import { FORGET } from '../model.ts';
import { INITIAL_LINK_STATE, type LinkState } from './keys.ts';

/** A link's state with a model that is here, and what there is to say where the link named another. */
export interface KnownModel {
  readonly state: LinkState;
  readonly notice: string | undefined;
}

/**
 * A bundled model may have been renamed since a link was made, or never have been: the default takes its
 * place, and nothing that of a second one. Where the list of models could not be read, nobody knows which there are, and the link stays.
 * @param bundled the default first
 */
export function withKnownModel(state: LinkState, bundled: readonly BundledModel[]): KnownModel {
  const [first] = bundled;
  if (!first) return { state, notice: undefined };
  const known = (asked: ModelChoice | undefined): boolean =>
    asked?.kind !== 'bundled' || bundled.some(({ id }) => id === asked.id);
  const { besideAsked } = state;
  if (besideAsked?.kind !== 'bundled' || known(besideAsked)) return withFirst(state, first, known);
  const { state: rest, notice } = withFirst({ ...state, besideAsked: undefined }, first, known);
  const notices = [notice, strings.shell.unknownBeside(besideAsked.id)];
  return { state: rest, notice: notices.filter((each) => each !== undefined).join(' ') };
}

function withFirst(
  state: LinkState,
  first: BundledModel,
  known: (asked: ModelChoice) => boolean,
): KnownModel {
  const { modelAsked } = state;
  if (modelAsked.kind !== 'bundled' || known(modelAsked)) return { state, notice: undefined };
  const { cut, control, layer, dimension } = state;
  const forgot = cut.length > 0 || control || layer !== undefined || dimension !== undefined;
  return {
    state: { ...state, ...FORGET, modelAsked: INITIAL_LINK_STATE.modelAsked },
    notice: strings.shell.unknownModel(modelAsked.id, first.name, forgot),
  };
}
