/**
 * What it costs to be told the answer, -ln of its share, when shares are the softmax of logits; in nats.
 * @returns NaN where there is no logit for the answer
 */
export function logLoss(logits: Float32Array, answer: number): number {
  let most = -Infinity;
  for (const logit of logits) if (logit > most) most = logit;
  let sum = 0;
  for (const logit of logits) sum += Math.exp(logit - most);
  return most + Math.log(sum) - (logits[answer] ?? NaN);
}
