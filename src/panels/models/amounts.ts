import { count, decimal } from '../../charts/scale/format.ts';
import { strings } from '../../strings/index.ts';

const words = strings.models;

/** Tokens in words: "51,200", "2.0 million", "1.2 billion". */
export function inWords(tokens: number): string {
  if (tokens >= 999.95e6) return words.billion(decimal(tokens / 1e9, 1));
  return tokens >= 1e6 ? words.million(decimal(tokens / 1e6, 1)) : count(tokens);
}

/** A perplexity: whole where it is large. */
export function perplexityText(value: number): string {
  return value >= 1000 ? count(value) : decimal(value, 1);
}
