import { strings } from '../../strings/index.ts';

/** Dimensions in a sentence: "223", "223 and 267", "99, 223 and 267". */
export function listed(dims: readonly number[]): string {
  const last = String(dims.at(-1) ?? '');
  const others = dims.slice(0, -1).join(', ');
  return others === '' ? last : strings.chooser.peek.and(others, last);
}
