/** The share of two texts' words that are in both: 1 for the same words in any order, 0 for none in common. */
export function wordOverlap(one: string, other: string): number {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  const all = new Set([...a, ...b]);
  return [...a].filter((word) => b.has(word)).length / Math.max(1, all.size);
}

const wordsOf = (text: string): Set<string> => new Set(text.toLowerCase().match(/[a-z0-9]+/g));
