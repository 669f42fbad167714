import { strings } from '../strings/index.ts';
import type { Change, Findings } from './findings.ts';

/**
 * What became of a claim: it holds here, or does not, with the figures in words; nothing was measured yet; a cut is wanted first;
 * or it cannot be asked of this model, for a reason.
 */
export type Judged =
  | { readonly verdict: 'agrees' | 'differs' | 'no-question'; readonly said: string }
  | { readonly verdict: 'not-run' | 'uncut' };

export type Judge = (findings: Findings) => Judged;

export const NOT_RUN: Judged = { verdict: 'not-run' };
export const UNCUT: Judged = { verdict: 'uncut' };

export function judged(agrees: boolean, said: string): Judged {
  return { verdict: agrees ? 'agrees' : 'differs', said };
}

/** Judges by one of the findings, and by the tails, once they are there. */
export function ifFound<K extends keyof Findings>(
  key: K,
  judge: (found: NonNullable<Findings[K]>, findings: Findings) => Judged,
): Judge {
  return (findings) => {
    const found = findings[key];
    return found === undefined ? NOT_RUN : judge(found, findings);
  };
}

/** Judges what is said of the tails; a model without any cannot be asked. */
export function ofTails(judge: Judge): Judge {
  return (findings) =>
    findings.tails?.found.length === 0
      ? { verdict: 'no-question', said: strings.paper.said.noTailHere }
      : judge(findings);
}

/** Judges what a cut does; where nothing is cut since there is no tail, that is what is said. */
export function ofCut(judge: Judge): Judge {
  return (findings) => {
    const found = judge(findings);
    const tailless = findings.tails?.found.length === 0;
    return found.verdict === 'uncut' && tailless
      ? { verdict: 'no-question', said: strings.paper.said.nothingToCut }
      : found;
  };
}

/** What both sides of a cut are there for. */
export interface Both {
  readonly before: readonly number[];
  readonly after: readonly number[];
}

/** Judges by what a cut changed, once there is one. */
export function cutting(
  key: { [K in keyof Findings]: Findings[K] extends Change | undefined ? K : never }[keyof Findings],
  judge: (both: Both) => Judged,
): Judge {
  return (findings) => {
    const found = findings[key];
    if (!found) return NOT_RUN;
    const { before, after } = found;
    return after === undefined ? UNCUT : judge({ before, after });
  };
}
