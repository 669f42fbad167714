import type { ReactNode } from 'react';
import { unit } from '../../charts/scale/format.ts';
import { controlOf, type ControlledFigure } from '../../store/derive/lab/geometry-control.ts';
import { useApp } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import { WithTerms } from '../../ui/term/WithTerms.tsx';
import styles from '../lab/lab.module.css';
import { evennessText } from './titles.ts';
import { useGeometry } from './use-geometry.ts';
import own from './geometry.module.css';

const words = strings.geometryView.control;

/** The cut held against cuts of as many random dimensions; nothing without a cut after the network. */
export function ControlTable(): ReactNode {
  const shown = useGeometry();
  const cut = useApp((state) => state.cut);
  const where = useApp((state) => state.where);
  const seed = useApp((state) => state.seed);
  if (!shown || cut.length === 0 || where === 'inside') return null;
  const { result } = shown.sides.before;
  if (cut.some((dim) => dim >= result.dims)) return null;
  const { draws, anisotropy, isoScore, kurtosis } = controlOf(result, cut, seed, shown.layer);
  const rows: readonly (readonly [string, ControlledFigure | undefined, (value: number) => string])[] = [
    [words.rows.anisotropy, anisotropy, (value) => unit(value, 3)],
    [words.rows.isoScore, isoScore, evennessText.isoScore],
    [words.rows.kurtosis, kurtosis, evennessText.kurtosis],
  ];
  return (
    <section className={own['control']} aria-label={words.title}>
      <h3 className={styles['small']}>{words.title}</h3>
      <p className={styles['hint']}>
        <WithTerms text={words.hint(draws, cut.length, shown.where)} terms={['randomControl']} />
      </p>
      <div className={own['scrolls']}>
        <table className={own['table']}>
          <caption className={own['spoken']}>{words.caption}</caption>
          <thead>
            <tr>
              {words.columns.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(
              ([name, figure, text]) =>
                figure && (
                  <tr key={name}>
                    <th scope="row">
                      <WithTerms text={name} terms={['anisotropy', 'isoScore', 'kurtosis']} />
                    </th>
                    <td>{text(figure.whole)}</td>
                    <td className={own['after']}>{text(figure.cut)}</td>
                    <td>{text(figure.mean)}</td>
                    <td>{text(figure.low)}</td>
                    <td>{text(figure.high)}</td>
                  </tr>
                ),
            )}
          </tbody>
        </table>
      </div>
    </section>
  );
}
