import { useId, type ReactNode } from 'react';
import { keyOf, type RemotePlace, type WeightsChoice } from '../../checkpoint/sources/index.ts';
import { useApp } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import { bytesText } from '../../core/bytes-text.ts';
import styles from './models.module.css';

const words = strings.chooser;

export interface WeightsListProps {
  readonly place: RemotePlace;
  readonly choices: readonly WeightsChoice[];
  readonly chosen: string;
  readonly onChoose: (weights: string) => void;
}

/** The weights that a model offers, with what each costs and is. */
export function WeightsList({ place, choices, chosen, onChoose }: WeightsListProps): ReactNode {
  const name = useId();
  const stored = useApp((state) => state.stored);
  return (
    <fieldset className={styles['weights']}>
      <legend>{words.weights}</legend>
      {choices.map((choice) => {
        const { weights, format, approximate, parts, bytes } = choice;
        const key = keyOf({ place, weights });
        const notes = [
          approximate ? words.choice.rounded : words.choice[format],
          parts > 1 ? words.choice.parts(parts) : undefined,
          stored?.some((each) => each.key === key && each.whole) ? words.choice.stored : undefined,
        ];
        return (
          <label key={weights} className={styles['choice']}>
            <input
              type="radio"
              name={name}
              checked={weights === chosen}
              onChange={() => {
                onChoose(weights);
              }}
            />
            <span className={styles['path']}>{weights}</span>
            <span className={styles['size']}>
              {bytes === undefined ? words.unknownSize : bytesText(bytes)}
            </span>
            <span className={styles['note']}>{notes.filter((note) => note !== undefined).join(' · ')}</span>
          </label>
        );
      })}
    </fieldset>
  );
}
