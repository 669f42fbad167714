import { selectLayer } from '../../../store/derive/choice.ts';
import { useApp } from '../../../store/use-app.ts';
import type { ComparedSide } from '../use-side.ts';

/** The layer on screen, or the last that both sides have. */
export function useSharedLayer(...sides: readonly ComparedSide[]): number {
  const chosen = useApp(selectLayer);
  return Math.min(chosen, ...sides.map(({ portrait }) => (portrait ? portrait.layers - 1 : Infinity)));
}
