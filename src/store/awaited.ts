import { memo } from './memo.ts';
import type { State } from './state.ts';
import { selectModelFiles } from './model.ts';

/** A file or a checkpoint that a link names and a person has not given yet. */
export interface Awaited {
  readonly kind: 'text' | 'model';
  readonly name: string;
}

const awaited = memo((kind: Awaited['kind'], name: string): Awaited => ({ kind, name }));

/** What nothing can be measured without; undefined where nothing is lacking, or there is something on screen. */
export function selectAwaited(state: State): Awaited | undefined {
  const { file, modelAsked, before } = state;
  if (file && !file.content) return awaited('text', file.name);
  if (modelAsked.kind === 'files' && !selectModelFiles(state) && !before)
    return awaited('model', modelAsked.name);
  return undefined;
}
