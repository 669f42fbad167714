import { useMemo, type ReactNode } from 'react';
import { ChartFrame } from '../../charts/frame/ChartFrame.tsx';
import { LifeTrace } from '../../charts/life/LifeTrace.tsx';
import { count, decimal, signed } from '../../charts/scale/format.ts';
import type { LifeResult } from '../../protocol/experiments/life.ts';
import { useActions, useApp } from '../../store/use-app.ts';
import { useAsk } from '../../store/use-ask.ts';
import { selectNothingToMeasure } from '../../store/wanted.ts';
import { strings } from '../../strings/index.ts';
import { AskStatus } from './AskStatus.tsx';
import { LIFE_KINDS, lifeStages, stepAt, strongestStep } from './life-stages.ts';
import styles from './OriginsView.module.css';
import { selectLife } from './questions.ts';
import { useTextSample } from './use-text-sample.ts';

const words = strings.originsView.life;
const layerName = strings.originsView.layer;

/** What each part of the network adds to one dimension. */
export function LifePanel({ dim }: { readonly dim: number }): ReactNode {
  const ask = useAsk('life', useApp(selectLife), 'at once');
  const nothing = useApp(selectNothingToMeasure);
  const asked = useApp((state) => state.lifeToken);
  const { answer } = ask;
  const token = asked !== undefined && asked < (answer?.tokens.text.length ?? 0) ? asked : undefined;
  const stages = useMemo(() => (answer ? lifeStages(answer, dim, token) : []), [answer, dim, token]);
  const sample = useTextSample(answer?.measured, answer?.sentences);
  if (nothing) return <p className={styles['waiting']}>{strings.originsView.noText}</p>;
  if (!answer || stages.length === 0) return <AskStatus ask={ask} />;
  const strongest = strongestStep(stages);
  const steps = stages.reduce((sum, stage) => sum + stage.steps.length, 0);
  return (
    <ChartFrame
      terms={['life', 'layerNorm', 'token', 'specials']}
      title={
        strongest
          ? words.title({
              dim,
              part: strongest.step.name,
              layer: layerName(strongest.layer),
              value: signed(strongest.step.value),
            })
          : words.titleNone
      }
      sentence={words.sentence}
      sample={`${sample} · ${words.exact(answer.largestError.toExponential(0))}`}
      summary={words.summary({ dim, steps })}
      name={`life-of-${dim}`}
      options={<TokenChoice result={answer} token={token} />}
      rows={() => ({
        columns: words.columns,
        rows: Array.from({ length: steps }, (_, number) => {
          const found = stepAt(stages, number);
          return [
            { text: layerName(found?.layer ?? 0), value: found?.layer ?? 0 },
            found?.step.name ?? '',
            found?.step.value ?? NaN,
            found?.to ?? NaN,
          ];
        }),
      })}
    >
      <LifeTrace
        stages={stages}
        kinds={LIFE_KINDS}
        label={words.label}
        reading={(number) => {
          const found = stepAt(stages, number);
          if (!found) return ['', ''];
          return words.reading({
            stage: layerName(found.layer),
            step: found.step.name,
            value: signed(found.step.value, 3),
            to: decimal(found.to, 3),
          });
        }}
      />
    </ChartFrame>
  );
}

function TokenChoice(props: { readonly result: LifeResult; readonly token: number | undefined }): ReactNode {
  const { setLifeToken } = useActions();
  const { text } = props.result.tokens;
  return (
    <label className={styles['field']}>
      {words.of}
      <select
        className={styles['select']}
        value={props.token ?? ''}
        onChange={({ target }) => {
          setLifeToken(target.value === '' ? undefined : Number(target.value));
        }}
      >
        <option value="">
          {words.mean} ({count(props.result.averaged)})
        </option>
        {text.map((piece, place) => (
          <option key={place} value={place}>
            {words.token(piece, place)}
          </option>
        ))}
      </select>
    </label>
  );
}
