import { useMemo, type ReactNode } from 'react';
import { count } from '../../charts/scale/format.ts';
import type { LifeResult } from '../../protocol/experiments/life.ts';
import { useActions, useApp } from '../../store/use-app.ts';
import { useAsk } from '../../store/use-ask.ts';
import { selectNothingToMeasure } from '../../store/wanted.ts';
import { strings } from '../../strings/index.ts';
import { AskStatus } from './AskStatus.tsx';
import { LifeChart } from './LifeChart.tsx';
import { lifeStages } from './life-stages.ts';
import styles from './OriginsView.module.css';
import { selectLife } from './questions.ts';
import { useTextSample } from './use-text-sample.ts';

const words = strings.originsView.life;

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
  return (
    <LifeChart
      answer={answer}
      dim={dim}
      stages={stages}
      sample={sample}
      options={<TokenChoice result={answer} token={token} />}
    />
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
