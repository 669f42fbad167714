import type { Evidence } from '../../../protocol/experiments/compare.ts';
import type { Ask } from '../../../store/use-ask.ts';
import { useScores } from '../use-scores.ts';
import type { ComparedSide } from '../use-side.ts';

export type EvidenceKind = Evidence['kind'];
export type EvidenceOf<K extends EvidenceKind> = Extract<Evidence, { readonly kind: K }>;

/** A side's scores of a task, and what they follow from. */
export interface ShownEvidence<K extends EvidenceKind> {
  readonly side: ComparedSide;
  readonly ask: Ask<'task-scores'>;
  readonly found:
    | {
        readonly evidence: EvidenceOf<K>;
        /** By layer. */
        readonly scores: Float64Array;
        readonly measured: number;
      }
    | undefined;
}

const isOf = <K extends EvidenceKind>(kind: K, one: Evidence | undefined): one is EvidenceOf<K> =>
  one?.kind === kind;

export function useEvidence<K extends EvidenceKind>(kind: K, side: ComparedSide): ShownEvidence<K> {
  const ask = useScores(kind, side, 'in the background');
  const { evidence, scores = new Float64Array(), measured = 0 } = ask.answer ?? {};
  return { side, ask, found: isOf(kind, evidence) ? { evidence, scores, measured } : undefined };
}
