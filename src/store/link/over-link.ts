import type { State } from '../state.ts';
import { LONGEST_LINK_TEXT } from './keys.ts';

/** Whether the typed text is longer than a link takes, so that links leave it out. */
export function selectTextOverLink({ typed }: State): boolean {
  return typed.length > LONGEST_LINK_TEXT;
}
