import { markdownTable } from '../models-table/markdown.ts';
import { distinct, EXACT, HALF, worst, worstState, type Errors, type Outcome } from './outcome.ts';

const TO_PYTORCH: readonly string[] = [...EXACT, ...HALF];

/**
 * The largest errors of every network in every variant, over all exporters and levels of optimization, as tables in
 * Markdown: of those held to PyTorch, and of the quantized ones, held to what the file gives before it is edited.
 */
export function networksTables(outcomes: readonly Outcome[]): { pytorch: string; unedited: string } {
  const networks = distinct(outcomes, ({ architecture }) => architecture);
  const quantized = distinct(outcomes, ({ variant }) => variant).filter((one) => !TO_PYTORCH.includes(one));
  const row = (
    name: string,
    network: string,
    variants: readonly string[],
    of: (errors: Errors) => number | undefined,
  ) => [
    name,
    ...variants.map((variant) =>
      worst(
        outcomes.filter((one) => one.architecture === network && one.variant === variant),
        of,
      ),
    ),
  ];
  const withHead = networks.filter((network) =>
    outcomes.some(
      ({ architecture, errors }) => architecture === network && errors?.maskedWords !== undefined,
    ),
  );
  return {
    pytorch: markdownTable(
      ['network', ...TO_PYTORCH],
      [
        ...networks.map((network) => row(`\`${network}\``, network, TO_PYTORCH, worstState)),
        ...withHead.map((network) =>
          row(`\`${network}\`, logits`, network, TO_PYTORCH, ({ maskedWords }) => maskedWords),
        ),
      ],
    ),
    unedited: markdownTable(
      ['network', ...quantized],
      networks.map((network) => row(`\`${network}\``, network, quantized, ({ unedited }) => unedited)),
    ),
  };
}
