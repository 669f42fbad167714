import { useMemo } from 'react';
import type { PassageLossRequest } from '../../protocol/experiments/passage-loss.ts';
import type { OriginsRequest } from '../../protocol/experiments/origins.ts';
import { selectData } from '../../store/trials/data-of.ts';
import { useApp } from '../../store/use-app.ts';
import { useAsk, type Ask, type AskWhen } from '../../store/use-ask.ts';
import { tailDims } from './settings.ts';
import type { ComparedSide } from './use-side.ts';

/** Sentences whose every word is hidden in its turn. */
export const MOST_SENTENCES = 12;

/** What is asked of a side beside its vectors. */
export interface SideFacts {
  /** Where its tails stand in its weights. */
  readonly origins: Ask<'origins'>;
  /** How well it guesses hidden words. */
  readonly loss: Ask<'passage-loss'>;
}

/** @param when the loss is asked for: it runs every sentence once for each of its words */
export function useSideFacts(
  { setting, tails, ask, portrait, side, cut }: ComparedSide,
  when: AskWhen,
): SideFacts {
  const sentences = useApp((state) => selectData('words', state)?.data);
  // the weights have the dimensions of whole vectors: those cut, and the tails that are left, but for those of a special token alone
  const whitened = side.remedy?.kind === 'whiten';
  const dims = useMemo(
    () =>
      [
        ...new Set([
          ...(side.cut === 'random' ? [] : cut),
          ...(whitened ? [] : tailDims(tails.filter(({ scope }) => scope === 'all'))),
        ]),
      ].sort((a, b) => a - b),
    [side.cut, cut, tails, whitened],
  );
  const weights = useMemo(
    (): OriginsRequest | undefined => (portrait && dims.length > 0 ? { dims, seat: side.model } : undefined),
    [portrait, dims, side.model],
  );
  const settled = portrait !== undefined || ask.failure !== undefined;
  const passage = useMemo((): PassageLossRequest | undefined => {
    const there = sentences?.filter((line) => line.trim() !== '').slice(0, MOST_SENTENCES) ?? [];
    // the tails first, which all the rest waits for; and the head reads vectors that no remedy was made for
    if (!settled || !setting || setting.treatment.remedy || there.length === 0) return undefined;
    const { seat, move, seed } = setting;
    return {
      sentences: there,
      cut: setting.treatment.cut,
      masking: 'each',
      draws: 0,
      seed,
      seat,
      move,
    };
  }, [settled, setting, sentences]);
  return {
    origins: useAsk('origins', weights, 'in the background'),
    loss: useAsk('passage-loss', passage, when),
  };
}
