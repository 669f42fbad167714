import { useMemo } from 'react';
import { controlDraws } from '../../measures/control-draws.ts';
import { selectSwitched } from '../../store/treatments.ts';
import { useApp } from '../../store/use-app.ts';

/**
 * The dimensions of each draw of the control, as the command's `--control` draws them; undefined where nothing is cut, or
 * nothing is left to be drawn.
 * @param dims those of the model that what is on screen is of
 */
export function useControlDraws(dims: number): readonly (readonly number[])[] | undefined {
  const { cut } = useApp(selectSwitched);
  const seed = useApp((state) => state.seed);
  return useMemo(
    () =>
      cut.length === 0 || cut.some((dim) => dim >= dims) || cut.length >= dims
        ? undefined
        : controlDraws(dims, cut, seed),
    [cut, dims, seed],
  );
}
