/**
 * Sentences of a text that the page reads for what runs each of them several times, so that an answer comes soon: for origins four
 * times, for the probe once before it trains, for the loss once for every word piece and every cut. The command reads all.
 */
export const READ_IN_PAGE = { origins: 200, probe: 2000, loss: 24 } as const;

/** Places that positions are shifted by, where the model has so many more than the text takes. */
export const SHIFT = 32;
