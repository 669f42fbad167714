import type { RunOptions } from '../experiments/run-options.ts';

/** Is enough once so many sentences have run. */
export function until(sentences: number): RunOptions {
  let ran = 0;
  return {
    onProgress: ({ sentences: done }) => {
      ran = done;
    },
    enough: () => ran >= sentences,
  };
}

/** Sentences of 2 to 40 words, the short ones first. */
export const TEXT = Array.from({ length: 160 }, (_, i) =>
  Array.from({ length: 2 + Math.floor(i / 4) }, (_word, w) => `0x${10 + ((i * 7 + w * 3) % 30)}`).join(' '),
);
