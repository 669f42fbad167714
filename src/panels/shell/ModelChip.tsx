import type { ReactNode } from 'react';
import { nameOf } from '../../checkpoint/sources/index.ts';
import type { ModelState, State } from '../../store/state.ts';
import { useApp } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import { Popover } from '../../ui/popover/Popover.tsx';
import { badge, progressText } from './badge.ts';
import styles from './ModelChip.module.css';
import { ModelPanel } from './ModelPanel.tsx';

/** The model's name, its size, and where it runs; opens the choice of models. */
export function ModelChip(): ReactNode {
  const model = useApp((state) => state.model);
  const name = useApp(askedName);
  const words = strings.shell.model;
  return (
    <Popover
      label={words.chip(name)}
      title={words.title}
      buttonClass={styles['chip']}
      button={
        <>
          <span className={styles['dot']} data-kind={model.kind} aria-hidden />
          <span className={styles['name']}>{name}</span>
          <span className={styles['detail']} role="status" data-kind={model.kind}>
            {detail(model)}
          </span>
        </>
      }
    >
      <ModelPanel />
    </Popover>
  );
}

function askedName({ model, modelAsked, bundled }: State): string {
  if (model.kind === 'ready') return model.model.name;
  if (modelAsked.kind === 'files') return modelAsked.name;
  if (modelAsked.kind === 'remote') return nameOf(modelAsked.place);
  const id = modelAsked.kind === 'bundled' ? modelAsked.id : undefined;
  const entry = bundled.find((each) => each.id === id) ?? bundled[0];
  return entry?.name ?? strings.shell.model.title;
}

function detail(model: ModelState): ReactNode {
  const words = strings.shell.model;
  switch (model.kind) {
    case 'idle':
      return words.waiting;
    case 'failed':
      return words.failed;
    case 'ready': {
      const { layers, dims, positionEmbeddings } = model.model;
      return (
        <>
          <span className={styles['size']}>{words.size(layers, dims)} · </span>
          {!positionEmbeddings && <span className={styles['note']}>{words.noPositions} · </span>}
          {badge(model.runsOn)}
        </>
      );
    }
    case 'loading': {
      return progressText(model.progress);
    }
  }
}
