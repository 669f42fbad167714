import type { Level } from './exported-model.ts';

/** Largest absolute differences of hidden states; undefined = there is no such input or output. */
export interface Errors {
  /** From PyTorch: as it is, cut inside, at other positions, without positions. */
  readonly plain: number;
  readonly kept: number;
  readonly shifted?: number | undefined;
  readonly withoutPositions?: number | undefined;
  /** Of the last layer from the unedited file, padding included. */
  readonly unedited?: number | undefined;
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

/** Variants that compute in float32 with the weights as they are. */
const EXACT: ReadonlySet<string> = new Set(['f32', 'external', 'slim', 'fused', 'runtime-fused']);
const UNFUSED: readonly Level[] = ['disabled', 'basic'];

/** The largest errors by variant, and of the exact ones by exporter and architecture, as tables in Markdown. */
export function summary(outcomes: readonly Outcome[]): string {
  return `${byVariant(outcomes)}\n\n${byExporter(outcomes)}`;
}

function byVariant(outcomes: readonly Outcome[]): string {
  const head = ['variant', 'files', 'refused', 'plain', 'cut inside', 'shifted', 'no positions'];
  const against = ['from the unedited: disabled, basic', 'extended, all'];
  const rows = distinct(outcomes, ({ variant }) => variant).map((variant) => {
    const group = outcomes.filter((outcome) => outcome.variant === variant && !isUnloadable(outcome));
    const unfused = group.filter(({ level }) => UNFUSED.includes(level));
    return [
      variant,
      String(distinct(group, fileOf).length),
      String(
        distinct(
          group.filter(({ failure }) => failure !== undefined),
          fileOf,
        ).length,
      ),
      worst(group, ({ plain }) => plain),
      worst(group, ({ kept }) => kept),
      worst(group, ({ shifted }) => shifted),
      worst(group, ({ withoutPositions }) => withoutPositions),
      worst(unfused, ({ unedited }) => unedited),
      worst(
        group.filter(({ level }) => !UNFUSED.includes(level)),
        ({ unedited }) => unedited,
      ),
    ];
  });
  return table([...head, ...against], rows);
}

function byExporter(outcomes: readonly Outcome[]): string {
  const exact = outcomes.filter(({ variant }) => EXACT.has(variant));
  const exporters = distinct(exact, ({ exporter }) => exporter);
  const rows = distinct(exact, ({ architecture }) => architecture).map((architecture) => [
    architecture,
    ...exporters.map((exporter) => {
      const group = exact.filter((one) => one.architecture === architecture && one.exporter === exporter);
      const most = (errors: Errors) =>
        Math.max(errors.plain, errors.kept, errors.shifted ?? 0, errors.withoutPositions ?? 0);
      return worst(group, most);
    }),
  ]);
  return table(['', ...exporters], rows);
}

/** Files that the runtime does not load as they are say nothing of editing. */
const isUnloadable = ({ failure }: Outcome): boolean => failure?.startsWith('unedited') ?? false;
const fileOf = ({ architecture, exporter, variant }: Outcome): string =>
  `${architecture} ${exporter} ${variant}`;

function distinct(outcomes: readonly Outcome[], of: (outcome: Outcome) => string): string[] {
  return [...new Set(outcomes.map(of))];
}

/** The largest of an error; empty where none of the files has it. */
function worst(group: readonly Outcome[], of: (errors: Errors) => number | undefined): string {
  const values = group.flatMap(({ errors }) => (errors && of(errors)) ?? []);
  if (values.length === 0) return '';
  const largest = Math.max(...values);
  return largest === 0 ? '0' : largest.toExponential(0);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
