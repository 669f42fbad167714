import type { Level } from './exported-model.ts';

/** Largest absolute differences of hidden states; undefined = there is no such input or output. */
export interface Errors {
  /** From PyTorch: as it is, cut inside, at other positions, without positions. */
  readonly plain: number;
  readonly kept: number;
  readonly shifted: number | undefined;
  readonly withoutPositions: number | undefined;
  /** Of the last layer from the unedited file, padding included. */
  readonly unedited: number | undefined;
}

export interface Outcome {
  readonly architecture: string;
  readonly exporter: string;
  readonly variant: string;
  readonly level: Level;
  readonly errors?: Errors;
  /** Why there are none. */
  readonly failure?: string;
}

/** A table of the largest errors by variant and level, over all architectures and exporters, in Markdown. */
export function summary(outcomes: readonly Outcome[]): string {
  const names = [...new Set(outcomes.map(nameOf))];
  const rows = names.map((name) => {
    const group = outcomes.filter((outcome) => nameOf(outcome) === name);
    const errors = group.flatMap((outcome) => outcome.errors ?? []);
    const refused = group.filter(
      ({ failure }) => failure !== undefined && !failure.startsWith('unedited'),
    ).length;
    const worst = (of: (errors: Errors) => number | undefined) => {
      const values = errors.flatMap((each) => of(each) ?? []);
      return values.length === 0 ? '' : Math.max(...values).toExponential(1);
    };
    const cells = [
      String(errors.length),
      String(group.length - errors.length - refused),
      String(refused),
      worst(({ plain }) => plain),
      worst(({ kept }) => kept),
      worst(({ shifted }) => shifted),
      worst(({ withoutPositions }) => withoutPositions),
      worst(({ unedited }) => unedited),
    ];
    return `| ${[name, ...cells].join(' | ')} |`;
  });
  const head = [
    'variant',
    'level',
    'files',
    'not loadable unedited',
    'refused',
    'plain',
    'cut inside',
    'shifted',
    'no positions',
    'from the unedited',
  ];
  return [`| ${head.join(' | ')} |`, `|${head.map(() => '---|').join('')}`, ...rows].join('\n');
}

const nameOf = ({ variant, level }: Outcome): string => `${variant} | ${level}`;
