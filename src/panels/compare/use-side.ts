import { useMemo } from 'react';
import type { Tail } from '../../measures/detect-tails.ts';
import type { PortraitRequest, PortraitResult, Setting } from '../../protocol/experiments/compare.ts';
import { selectBeside } from '../../store/beside.ts';
import { selectEffectiveCut } from '../../store/derive/effective-cut.ts';
import { selectModel } from '../../store/model.ts';
import type { LoadedModel } from '../../protocol/model.ts';
import type { Side, SideId } from '../../store/state.ts';
import { selectData } from '../../store/trials/data-of.ts';
import { useApp } from '../../store/use-app.ts';
import { useAsk, type Ask } from '../../store/use-ask.ts';
import { othersOf, settingOf, tailDims, tailsOf } from './settings.ts';

const NONE: readonly number[] = [];
const NO_TAILS: readonly Tail[] = [];

/** One side of the comparison, and what is known of it. */
export interface ComparedSide {
  readonly id: SideId;
  readonly side: Side;
  /** Undefined until it has loaded. */
  readonly model: LoadedModel | undefined;
  /** Dimensions cut, none where it is whole. */
  readonly cut: readonly number[];
  /** How to run it; undefined until its tails are known, where they are to be cut. */
  readonly setting: Setting | undefined;
  /** What was or is being measured of it, the cut made. */
  readonly ask: Ask<'portrait'>;
  readonly portrait: PortraitResult | undefined;
  /** Of its network, told its positions, before anything is cut or remedied. */
  readonly whole: PortraitResult | undefined;
  /** By the rule, of what is left after the cut. */
  readonly tails: readonly Tail[];
}

/** A side of the comparison: first it is measured whole, which says what its tails are, then with these cut, or remedied. */
export function useSide(id: SideId): ComparedSide {
  const side = useApp((state) => state[id]);
  const model = useApp(side.model === 'main' ? selectModel : selectBeside);
  const sentences = useApp((state) => selectData('words', state)?.data);
  const specials = useApp((state) => state.specials);
  const seed = useApp((state) => state.seed);
  const rule = useApp((state) => state.rule);
  const barred = useApp(selectEffectiveCut);

  const whole = useMemo(
    () => settingOf({ ...side, remedy: undefined }, NONE, specials, seed),
    [side, specials, seed],
  );
  const first = useAsk('portrait', requestOf(whole, sentences), 'in the background');
  const { answer } = first;
  const cut = useMemo(() => {
    if (side.cut === 'none') return NONE;
    if (!answer) return undefined;
    // what is switched in the bar is of the first model
    const own = side.model === 'main' && barred.length > 0 ? barred : tailDims(tailsOf(answer, rule));
    return side.cut === 'random' ? othersOf(own, answer.dims, seed) : own;
  }, [side, barred, answer, rule, seed]);
  const treated = useMemo(
    () => (cut && (cut.length > 0 || side.remedy) ? settingOf(side, cut, specials, seed) : undefined),
    [side, cut, specials, seed],
  );
  const second = useAsk('portrait', requestOf(treated, sentences), 'in the background');
  const ask = treated ? second : first;
  const portrait = ask.answer;
  const tails = useMemo(() => (portrait ? tailsOf(portrait, rule) : NO_TAILS), [portrait, rule]);
  const setting = treated ?? (cut === undefined ? undefined : whole);
  return { id, side, model, cut: cut ?? NONE, setting, ask, portrait, whole: answer, tails };
}

const asked = new WeakMap<Setting, WeakMap<readonly string[], PortraitRequest>>();

/** The same object for the same setting and sentences. */
function requestOf(
  setting: Setting | undefined,
  sentences: readonly string[] | undefined,
): PortraitRequest | undefined {
  if (!setting || !sentences) return undefined;
  const known = asked.get(setting) ?? new WeakMap<readonly string[], PortraitRequest>();
  asked.set(setting, known);
  const request = known.get(sentences) ?? { setting, sentences };
  known.set(sentences, request);
  return request;
}
