import { useEffect, useState } from 'react';
import { baselineSteps, type BaselineScore } from '../../measures/baseline-scores.ts';
import type { Answer } from '../../store/trials/trial.ts';

const NONE: readonly BaselineScore[] = [];

/** The scores of trees without vectors for the sentences that were measured; none until they are counted, a stretch at a time. */
export function useBaselines(answer: Answer<'trees'> | undefined): readonly BaselineScore[] {
  const data = answer?.asked.data;
  const seed = answer?.asked.seed ?? 0;
  const measured = answer?.result.measured;
  const [counted, setCounted] = useState<{
    readonly of: unknown;
    /** Of a part of the data, which has scores of its own: so many sentences of it are always the same ones. */
    readonly sentences: number;
    readonly scores: readonly BaselineScore[];
  }>();
  useEffect(() => {
    if (!data || !measured) return undefined;
    const sentences = Array.from(measured).flatMap((s) => data.sentences[s] ?? []);
    const steps = baselineSteps(sentences, seed);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const go = (): void => {
      const step = steps.next();
      if (step.done === true) setCounted({ of: data, sentences: measured.length, scores: step.value });
      else timer = setTimeout(go);
    };
    timer = setTimeout(go);
    return () => {
      clearTimeout(timer);
    };
  }, [data, measured, seed]);
  const current = counted?.of === data && counted?.sentences === measured?.length;
  return current ? (counted?.scores ?? NONE) : NONE;
}
