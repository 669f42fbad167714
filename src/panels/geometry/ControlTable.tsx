import type { ReactNode } from 'react';
import { count, unit } from '../../charts/scale/format.ts';
import { controlOf, type ControlledFigure } from '../../store/derive/lab/geometry-control.ts';
import { useApp } from '../../store/use-app.ts';
import { isPlain } from '../../store/treatments.ts';
import { strings } from '../../strings/index.ts';
import { WithTerms } from '../../ui/term/WithTerms.tsx';
import { ControlRows } from '../lab/ControlRows.tsx';
import control from '../lab/control.module.css';
import styles from '../lab/lab.module.css';
import { evennessText } from './titles.ts';
import { useGeometry } from './use-geometry.ts';

const words = strings.geometryView.control;

/** The cut held against cuts of as many random dimensions, of whole vectors; nothing without a cut. */
export function ControlTable(): ReactNode {
  const shown = useGeometry();
  const cut = useApp((state) => state.cut);
  const where = useApp((state) => state.where);
  const seed = useApp((state) => state.seed);
  const plain = useApp(isPlain);
  if (!shown || cut.length === 0) return null;
  if (where === 'inside')
    return (
      <section className={control['control']} aria-label={words.title}>
        <h3 className={styles['small']}>{words.title}</h3>
        <p className={styles['hint']}>{words.inside}</p>
      </section>
    );
  const { result } = shown.sides.before;
  if (cut.some((dim) => dim >= result.dims)) return null;
  const { draws, anisotropy, isoScore, kurtosis } = controlOf(result, cut, seed, shown.layer);
  const pairs = result.pairs.sample.left.length;
  const rows: readonly (readonly [string, ControlledFigure | undefined, (value: number) => string])[] = [
    [words.rows.anisotropy(count(pairs)), anisotropy, (value) => unit(value, 3)],
    [words.rows.isoScore, isoScore, evennessText.isoScore],
    [words.rows.kurtosis, kurtosis, evennessText.kurtosis],
  ];
  return (
    <section className={control['control']} aria-label={words.title}>
      <h3 className={styles['small']}>{words.title}</h3>
      <p className={styles['hint']}>
        <WithTerms text={words.hint(draws, cut.length, shown.where)} terms={['randomControl']} />
      </p>
      {!plain && <p className={styles['hint']}>{words.alone}</p>}
      <ControlRows
        rows={rows.flatMap(([name, figure, text]) => (figure ? [{ name, text, ...figure }] : []))}
      />
      {anisotropy && <p className={styles['hint']}>{words.ofPairs(count(pairs))}</p>}
    </section>
  );
}
