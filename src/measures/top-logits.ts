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
  const ids = Array.from(logits.keys());
  const order = ids.sort((a, b) => (logits[b] ?? 0) - (logits[a] ?? 0) || a - b).slice(0, count);
  const largest = logits[order[0] ?? 0] ?? 0;
  const sum = logits.reduce((total, logit) => total + Math.exp(logit - largest), 0);
  return order.map((id) => {
    const logit = logits[id] ?? 0;
    return { id, logit, probability: Math.exp(logit - largest) / sum };
  });
}
