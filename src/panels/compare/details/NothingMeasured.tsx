import type { ReactNode } from 'react';
import { strings } from '../../../strings/index.ts';
import lab from '../../lab/lab.module.css';

/** In place of a side's chart, where nothing of the data could be measured. */
export function NothingMeasured({ side }: { readonly side: string }): ReactNode {
  return <p className={lab['hint']}>{strings.compareDetails.tasks.none(side)}</p>;
}
