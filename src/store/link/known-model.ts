import { strings } from '../../strings/index.ts';
import type { BundledModel } from '../../protocol/model.ts';
import { FORGET } from '../model.ts';
import { INITIAL_LINK_STATE, type LinkState } from './keys.ts';

/** A link's state with a model that is here, and what there is to say where the link named another. */
export interface KnownModel {
  readonly state: LinkState;
  readonly notice: string | undefined;
}

/**
 * A bundled model may have been renamed since a link was made, or never have been: the default takes its
 * place. Where the list of models could not be read, nobody knows which there are, and the link stays.
 * @param bundled the default first
 */
export function withKnownModel(state: LinkState, bundled: readonly BundledModel[]): KnownModel {
  const { modelAsked } = state;
  const [first] = bundled;
  if (modelAsked.kind !== 'bundled' || !first || bundled.some(({ id }) => id === modelAsked.id))
    return { state, notice: undefined };
  const { cut, control, layer, dimension } = state;
  const forgot = cut.length > 0 || control || layer !== undefined || dimension !== undefined;
  return {
    state: { ...state, ...FORGET, modelAsked: INITIAL_LINK_STATE.modelAsked },
    notice: strings.shell.unknownModel(modelAsked.id, first.name, forgot),
  };
}
