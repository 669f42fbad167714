/** One answer of a classifier. */
export interface Answer {
  readonly id: number;
  readonly logit: number;
  /** Its share of the softmax over all answers. */
  readonly probability: number;
}

/**
 * The likeliest answers, likeliest first; the first index on ties.
 * @param logits one for each answer
 */
export function topLogits(logits: Float32Array, count: number): Answer[] {
  const top = largest(logits, count);
  const most = logits[top[0] ?? 0] ?? 0;
  const sum = logits.reduce((total, logit) => total + Math.exp(logit - most), 0);
  return top.map((id) => {
    const logit = logits[id] ?? 0;
    return { id, logit, probability: Math.exp(logit - most) / sum };
  });
}

/** Indices of the largest few, largest first. In one pass: vocabularies have up to 250,000 words. */
function largest(values: Float32Array, count: number): number[] {
  const kept: number[] = [];
  const kth = () => values[kept[count - 1] ?? -1] ?? -Infinity;
  for (const [i, value] of values.entries()) {
    if (kept.length >= count && !(value > kth())) continue;
    let place = kept.length;
    while (place > 0 && value > (values[kept[place - 1] ?? 0] ?? 0)) place--;
    kept.splice(place, 0, i);
    kept.length = Math.min(kept.length, count);
  }
  return kept;
}
