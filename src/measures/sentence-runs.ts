/** Whole sentences, one after another in a batch, that are folded in together. */
export interface SentenceRun {
  /** First token within the batch. */
  readonly from: number;
  /** Token after the last of each sentence, counted from `from`. */
  readonly ends: Uint32Array;
}

/** Tokens at which a run is long enough: their column still lies in the nearest cache. */
const LONG_ENOUGH = 32;

/**
 * Cuts a batch into runs of whole sentences; sentences without a token are left out.
 * @param starts first token of each sentence, and the number of tokens at the end
 */
export function sentenceRuns(starts: Uint32Array): SentenceRun[] {
  const runs: SentenceRun[] = [];
  let from = starts[0] ?? 0;
  let ends: number[] = [];
  for (let s = 1; s < starts.length; s++) {
    const end = (starts[s] ?? 0) - from;
    if (end > (ends.at(-1) ?? 0)) ends.push(end);
    if (ends.length === 0 || (end < LONG_ENOUGH && s + 1 < starts.length)) continue;
    runs.push({ from, ends: Uint32Array.from(ends) });
    from += end;
    ends = [];
  }
  return runs;
}
