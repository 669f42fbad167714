import type { ReactNode } from 'react';
import { useActions } from '../../../store/use-app.ts';
import { strings } from '../../../strings/index.ts';
import { Segmented } from '../../../ui/segmented/Segmented.tsx';
import type { FollowedSide } from './use-followed-side.ts';

/** Which of a side's tails is followed; nothing where it has one. */
export function DimensionChoice({ side: { of, followed, dim } }: { readonly side: FollowedSide }): ReactNode {
  const { selectDimension } = useActions();
  const label = strings.compareDetails.origins.choose(strings.compareView.sides[of.id]);
  if (followed.dims.length < 2) return null;
  return (
    <Segmented
      label={label}
      value={String(dim)}
      onChange={(value) => {
        selectDimension(Number(value));
      }}
      options={followed.dims.map((each) => ({ value: String(each), text: String(each) }))}
    />
  );
}
