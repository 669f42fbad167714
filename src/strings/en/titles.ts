function are(count: number, one: string, more: string): string {
  return count === 1 ? one : more;
}

function fromTo(before: string, after: string): string {
  return after === '' ? before : `${before} → ${after}`;
}

/** What each chart of the Explore view found, in one line. */
export const titles = {
  extreme: { min: 'smallest', max: 'largest' },
  bound: { min: 'minimum', max: 'maximum' },
  special: { word: 'words', first: '[CLS]', last: '[SEP]' },
  numbers: ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine'],
  and: (first: string, last: string): string => `${first} and ${last}`,
  everyLayer: 'every layer',
  layers: (runs: string): string => `${/^\w+$/.test(runs) ? 'layer' : 'layers'} ${runs}`,
  tooFew: (needed: number): string => `Too few tokens to call anything a tail (${needed} needed)`,
  closest: (dim: number, found: string): string => `No tail by our rule yet: ${dim} comes closest (${found})`,
  found: (bound: string, share: string, z: string): string => `${bound} of ${share}, z ${z}`,
  dimensions: (count: number): string => `${count} ${are(count, 'dimension', 'dimensions')}`,

  spike: {
    stand: (count: number, number: string, where: string): string =>
      `${number} ${are(count, 'dimension stands', 'dimensions stand')} out ${where}`,
    with: (found: string, special: string): string => `${found}, and ${special}`,
    specialAt: (dims: string, tokens: string): string => `${dims} at ${tokens}`,
    specialMany: (count: number, tokens: string): string => `${count} more at ${tokens}`,
    onlySpecial: (where: string, special: string): string =>
      `No dimension stands out over all tokens ${where}; ${special}`,
    elsewhere: (where: string, dim: number, layers: string): string =>
      `No tail ${where}: ${dim} is one in ${layers}`,
    /** Beside a tail that is one by its share, or at a special token only. */
    share: (bound: string, share: string, of: string): string =>
      `${bound} of ${share}${of === '' ? '' : ` of ${of}`}`,
  },
  multiples: {
    tail: (dim: number, layers: string): string => `${dim} is a spike in ${layers}`,
    special: (dim: number, extreme: string, tokens: string, layers: string): string =>
      `${dim} is the ${extreme} of ${tokens} in ${layers}`,
    closest: (dim: number): string => `No tail by our rule yet: ${dim} comes closest`,
  },
  heat: {
    tail: (dim: number, layers: string): string => `${dim} keeps its place through ${layers}`,
    farthest: (dim: number, layer: string, z: string): string =>
      `${dim} lies farthest out: z ${z} in ${layer}`,
  },
  histogram: {
    apart: (dim: number, where: string): string => `${dim} lives apart ${where}`,
    special: (dim: number, tokens: string, where: string): string =>
      `${dim} lives apart at ${tokens} ${where}`,
    noTail: (dim: number, where: string, z: string): string =>
      `${dim} lies apart ${where}, but is no tail by our rule (z ${z})`,
    together: (dim: number, where: string): string => `${dim} is among the others ${where}`,
    few: (dim: number, tokens: number, where: string): string =>
      `${dim} in ${tokens} ${are(tokens, 'token', 'tokens')}, one by one, ${where}`,
    fewSentence:
      'Each tick is the value of one token, or of several that share it: too few tokens for a distribution.',
  },
  shares: {
    one: (dim: number, extreme: string, share: string, where: string): string =>
      `${dim} is the ${extreme} of ${share} of vectors ${where}`,
    tied: (dims: string, extreme: string, share: string, where: string): string =>
      `${dims} are each the ${extreme} of ${share} of vectors ${where}`,
  },
  similarity: {
    leftOut: (count: string): string => `${count} more repeats of words left out`,
    line: (parts: string): string => `Mean cosine: ${parts}.`,
    different: {
      words: (before: string, after: string): string => `different words ${fromTo(before, after)}`,
      tokens: (before: string, after: string): string => `two tokens ${fromTo(before, after)}`,
      sentences: (before: string, after: string): string => `two sentences ${fromTo(before, after)}`,
    },
    same: {
      words: (before: string, after: string): string => `same word ${fromTo(before, after)}`,
      tokens: (before: string, after: string): string => `same token ${fromTo(before, after)}`,
      sentences: (before: string, after: string): string => `same sentence ${fromTo(before, after)}`,
    },
  },
  anisotropy: {
    whole: (value: string, where: string): string => `Two random tokens have cosine ${value} ${where}`,
    opens: (doing: string): string => `${doing} opens the cone`,
    closes: (doing: string): string => `${doing} narrows the cone`,
    apart: (doing: string): string => `${doing} turns the vectors further apart`,
    upright: (doing: string): string => `${doing} turns the vectors towards right angles`,
    same: (doing: string): string => `${doing} changes little`,
    control: (doing: string): string => `${doing} changes little`,
    controlMuch: (doing: string): string => `${doing}, and it moves`,
    outside: 'cut after',
    outsideSeries: 'after the cut, made after the network',
    nothing: 'With every dimension cut, nothing is left of the vectors',
  },
};
