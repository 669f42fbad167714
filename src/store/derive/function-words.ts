/**
 * English words of grammar: their senses are not what anyone compares. Texts of other languages simply
 * keep theirs.
 */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  (
    'about after again all also and any are because been before being both but can could did does each few ' +
    'for from had has have her here hers him his how into its just may might more most must nor not off one ' +
    'only onto other our ours out over own said she should some such than that the their them then there ' +
    'these they this those through too under until upon very was were what when where which while who whom ' +
    'whose why will with would you your'
  ).split(' '),
);
