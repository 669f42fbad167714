import type { Actions } from '../../store/store.ts';
import type { GuideState } from '../../store/derive/guide.ts';
import { INITIAL_LINK_STATE } from '../../store/link/keys.ts';
import { strings } from '../../strings/index.ts';

/** What the guide suggests, to be done where it is read. */
export interface Suggestion {
  readonly label: string;
  readonly act: () => void;
}

const { guide: words, list, text: textWords } = strings.explore;

/** The one press that follows the guide's advice; undefined where it advises nothing the page could do. */
export function suggestionOf(state: GuideState, actions: Actions): Suggestion | undefined {
  switch (state.kind) {
    case 'no-tails':
      return {
        label: words.exampleAndRule,
        act: () => {
          backToExample(actions);
          actions.setRule(INITIAL_LINK_STATE.rule);
        },
      };
    case 'no-text':
    case 'few-tokens':
      return {
        label: textWords.useExample,
        act: () => {
          backToExample(actions);
        },
      };
    case 'whole':
      return cutting(state.dim, actions);
    case 'cut':
      return {
        label: words.compare(state.cut.length),
        act: () => {
          actions.setControl(true);
        },
      };
    case 'control': {
      const { instead, tail } = state;
      if (instead) {
        return {
          label: words.cutDims(list(instead.cut)),
          act: () => {
            actions.setControl(false);
          },
        };
      }
      return tail === undefined ? undefined : cutting(tail, actions);
    }
    case 'waiting':
      return state.awaits === 'no-model' && state.inside
        ? {
            label: words.cutAfter,
            act: () => {
              actions.setWhere('after');
            },
          }
        : undefined;
    case 'awaited':
    case 'comparing':
    case 'compared':
    case 'no-model':
    case 'looking':
      return undefined;
  }
}

function backToExample(actions: Actions): void {
  actions.closeText();
  actions.type(INITIAL_LINK_STATE.typed);
}

function cutting(dim: number, actions: Actions): Suggestion {
  return {
    label: words.cutDims(String(dim)),
    act: () => {
      actions.toggleCut(dim);
    },
  };
}
