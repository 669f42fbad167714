import { useId, type ReactNode } from 'react';
import type { CardedModel } from '../../store/derive/carded-models.ts';
import { useActions } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import { Button } from '../../ui/button/Button.tsx';
import { WithTerms } from '../../ui/term/WithTerms.tsx';
import { inWords, perplexityText } from './amounts.ts';
import { closestText, tailSince } from './birth-words.ts';
import styles from './ModelHead.module.css';
import { progress } from './progress.ts';
import { firstTail, type ModelRecord } from './record.ts';

const words = strings.models;

export interface ModelHeadProps {
  readonly model: CardedModel;
  /** undefined until its card is there. */
  readonly record: ModelRecord | undefined;
}

/** A model at a glance: what it is, how far it came, what its tail is; and the way to use it. */
export function ModelHead({ model, record }: ModelHeadProps): ReactNode {
  const id = useId();
  const { chooseBundled } = useActions();
  const { name, bundled, inUse, card } = model;
  return (
    <article className={styles['head']} aria-labelledby={id} data-in-use={inUse}>
      <header className={styles['top']}>
        <h3 id={id} className={styles['name']}>
          {name}
        </h3>
        {inUse ? (
          <span className={styles['inUse']}>{words.inUse}</span>
        ) : (
          bundled && (
            <Button
              onClick={() => {
                chooseBundled(bundled.id);
              }}
            >
              {words.use(name)}
            </Button>
          )
        )}
      </header>
      {record ? (
        <>
          <WhatItIs record={record} />
          <Figures record={record} />
          {record.card.curve.length === 0 && <p className={styles['what']}>{words.noReports}</p>}
        </>
      ) : (
        <p className={styles['what']} role="status">
          {card.kind === 'missing' ? words.missing : words.loading}
        </p>
      )}
    </article>
  );
}

function WhatItIs({ record: { card } }: { readonly record: ModelRecord }): ReactNode {
  const { layers, dims } = card.architecture ?? {};
  const without = card.positionEmbeddings === false;
  const Positions = without ? 'strong' : 'span';
  return (
    <p className={styles['what']}>
      {layers !== undefined && dims !== undefined && (
        <WithTerms
          text={`${strings.shell.model.sizeInWords(layers, dims)} · `}
          terms={['layer', 'dimension']}
        />
      )}
      {card.positionEmbeddings !== undefined && (
        <Positions>
          <WithTerms
            text={without ? words.withoutPositions : words.withPositions}
            terms={['positionEmbeddings']}
          />
        </Positions>
      )}
    </p>
  );
}

function Figures({ record }: { readonly record: ModelRecord }): ReactNode {
  const { card, closest } = record;
  const { training, perplexity } = card;
  const tail = firstTail(record);
  const last = card.curve.at(-1);
  const tokens = training?.tokens ?? last?.tokens;
  const held = perplexity?.heldOut ?? last?.perplexity;
  return (
    <dl className={styles['figures']}>
      {tokens !== undefined && <Figure name={words.read} value={inWords(tokens)} more={progress(record)} />}
      {held !== undefined && (
        <Figure name={words.perplexity} value={perplexityText(held)} more={words.perplexityOf} />
      )}
      {last && (
        <Figure
          name={words.tail}
          value={tail ? `${strings.charts.strips.mark[tail.side]} ${tail.dim}` : words.noTail}
          more={tail ? tailSince(record, tail) : closest ? closestText(closest) : ''}
          tail={tail !== undefined}
        />
      )}
    </dl>
  );
}

function Figure(props: {
  readonly name: string;
  readonly value: string;
  readonly more: string;
  readonly tail?: boolean;
}): ReactNode {
  const { name, value, more, tail = false } = props;
  return (
    <div className={styles['figure']}>
      <dt>
        <WithTerms text={name} terms={['token', 'perplexity', 'tail']} />
      </dt>
      <dd>
        <b className={tail ? styles['tail'] : undefined}>{value}</b>
        <span>
          <WithTerms text={more} terms={['heldOut']} />
        </span>
      </dd>
    </div>
  );
}
