import type { MeasureEntry } from './glossary-entry.ts';

/** What is done to vectors beside cutting tails, with its formulas. */
export const remedyTerms = {
  randomControl: {
    forms: [
      'random dimensions cut',
      'random dimensions',
      'random dimension',
      'other dimensions land when they are drawn at random',
    ],
    means:
      'The control: as many other dimensions, drawn by the seed, are cut in place of these, 20 times. They say what any cut would do.',
    formula: 'mean, lowest and highest of 20 draws',
    from: 'our own',
    see: 'Remedies',
    at: 'Control',
  },
  center: {
    forms: ['mean vector away', 'Removing the mean', 'remove the mean'],
    means: 'The vectors less μ, the mean of the measured tokens’ vectors in that layer.',
    formula: 'x − μ',
    from: 'Mu and Viswanath (2018), as their first step',
    see: 'Remedies',
    at: 'center',
  },
  standardize: {
    forms: [
      'divides each dimension by its standard deviation',
      'standardizing',
      'standardize each dimension',
      'standardized',
    ],
    means:
      'Each dimension less its mean, over its standard deviation σ over the measured tokens; where that is less than a millionth of the middle one’s, over a millionth of it.',
    formula: '(x_d − μ_d) / σ_d',
    from: 'Timkey and van Schijndel (2021)',
    see: 'Remedies',
    at: 'standardize',
  },
  topComponents: {
    forms: ['projections on the first principal components', 'top components'],
    means: 'The vectors less their mean μ and less their parts along the first K principal components u.',
    formula: 'c − Σ (c · u_k) u_k, c = x − μ',
    from: 'Mu and Viswanath (2018)',
    see: 'Remedies',
    at: 'top:K',
  },
  whiten: {
    forms: ['turns to the principal components', 'Whitening', 'whitened'],
    means:
      'The vectors turned to the principal components u, each of which is divided by its standard deviation σ. Components with less than 10⁻⁸ of the first one’s variance are dropped.',
    formula: '(x − μ) · u_k / σ_k',
    from: 'Su et al. (2021)',
    see: 'Remedies',
    at: 'whiten',
  },
} as const satisfies Record<string, MeasureEntry>;
