import { markdownTable } from '../models-table/markdown.ts';
import type { Level } from './exported-model.ts';
import { distinct, isUnloadable, worst, type Outcome } from './outcome.ts';

const UNFUSED: readonly Level[] = ['disabled', 'basic'];

/** The largest errors of each variant, over all networks and exporters: a table in Markdown. */
export function variantsTable(outcomes: readonly Outcome[]): string {
  const head = ['variant', 'files', 'plain', 'cut inside', 'shifted', 'no positions'];
  const against = ['from the unedited: disabled, basic', 'extended, layout, all'];
  const rows = distinct(outcomes, ({ variant }) => variant).map((variant) => {
    const group = outcomes.filter((outcome) => outcome.variant === variant && !isUnloadable(outcome));
    const unfused = group.filter(({ level }) => UNFUSED.includes(level));
    return [
      variant,
      String(distinct(group, fileOf).length),
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
  return markdownTable([...head, ...against], rows);
}

const fileOf = ({ architecture, exporter, variant }: Outcome): string =>
  `${architecture} ${exporter} ${variant}`;
