import { comparedBy } from './compared.ts';

/** Share of sentences that a classifier tells right, by layer; one is trained for each side of what is compared. */
export const selectAccuracies = comparedBy('labels', {
  whole: ({ before }) => before,
  treated: ({ after }) => after,
});
