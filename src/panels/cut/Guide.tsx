import type { ReactNode } from 'react';
import { DEFAULT_TAIL_RULE } from '../../measures/detect-tails.ts';
import { selectGuide, type GuideState } from '../../store/derive/guide.ts';
import { unit } from '../../charts/scale/format.ts';
import { useActions, useApp } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import { Button } from '../../ui/button/Button.tsx';
import { WithTerms } from '../../ui/term/WithTerms.tsx';
import { sideName } from '../comparison/deed.ts';
import styles from './Guide.module.css';
import { suggestionOf } from './suggestion.ts';

const { guide: words, list, inLayer } = strings.explore;
const { comparison } = strings;

/** One plain sentence on what is on screen, and what to try next, with the press that does it. */
export function Guide(): ReactNode {
  const state = useApp(selectGuide);
  const actions = useActions();
  const { says, tries } = guideWords(state);
  const suggestion = suggestionOf(state, actions);
  return (
    <div className={styles['guide']}>
      <p>
        <WithTerms text={says} terms={['token', 'vector', 'tail', 'cosine']} />{' '}
        <strong>
          <WithTerms text={tries} terms={says.includes('cosine') ? [] : ['cosine']} />
        </strong>
      </p>
      {suggestion && (
        <Button className={styles['act']} onClick={suggestion.act}>
          {suggestion.label}
        </Button>
      )}
    </div>
  );
}

function guideWords(state: GuideState): { readonly says: string; readonly tries: string } {
  switch (state.kind) {
    case 'no-text':
      return { says: words.what, tries: words.noText };
    case 'awaited':
      return { says: words.what, tries: words.awaited[state.awaited.kind](state.awaited.name) };
    case 'no-model':
      return { says: words.what, tries: words.noModel };
    case 'looking':
      return { says: words.what, tries: words.looking };
    case 'few-tokens':
      return { says: words.what, tries: strings.cut.fewTokens(DEFAULT_TAIL_RULE.vectors) };
    case 'no-tails':
      return { says: words.noTails, tries: words.noTailsTry };
    case 'whole':
      return { says: words.what, tries: words.wholeTry(state.dim, state.falls) };
    case 'waiting': {
      const { cut, awaits, inside } = state;
      const tries = awaits === 'no-model' && inside ? words.waitingTry : '';
      return { says: words.waiting[awaits](list(cut)), tries };
    }
    case 'cut': {
      const { cut, layer, before, after } = state;
      return {
        says: words.cut(list(cut), inLayer(layer), unit(before, 3), unit(after, 3)),
        tries: words.cutTry(cut.length),
      };
    }
    case 'comparing':
      return { says: comparison.waiting[state.awaits], tries: '' };
    case 'compared': {
      const { base, treatment, layer, before, after } = state;
      const values = [unit(before, 3), unit(after, 3)] as const;
      return {
        says: comparison.guide(sideName(base), sideName(treatment), inLayer(layer), values),
        tries: '',
      };
    }
    case 'control': {
      const { drawn, layer, before, after, instead } = state;
      return {
        says: words.control(list(drawn), inLayer(layer), unit(before, 3), unit(after, 3)),
        tries: !instead
          ? words.controlTry
          : instead.after === undefined
            ? words.controlInstead(list(instead.cut))
            : words.controlAgainst(list(instead.cut), unit(instead.after, 3)),
      };
    }
  }
}
