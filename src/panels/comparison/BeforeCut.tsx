import type { ReactNode } from 'react';
import { selectTailDims } from '../../store/derive/tails.ts';
import { useActions, useApp } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import { Segmented } from '../../ui/segmented/Segmented.tsx';
import { AddDimension } from '../cut/AddDimension.tsx';
import { dimNames } from '../explore/tail-titles.ts';
import styles from './RemedyChoice.module.css';

const words = strings.comparison.cutBefore;
/** Tails that are offered; any other is typed. */
const MOST = 8;

/** What is cut of what stands before: nothing, what is switched, or dimensions of its own; and where. */
export function BeforeCut(): ReactNode {
  const against = useApp((state) => state.against);
  const own = useApp((state) => state.againstCut);
  const cut = useApp((state) => state.cut);
  const where = useApp((state) => state.where);
  const { setAgainst, setAgainstCut } = useActions();
  const kind = against.cut ? (own ? 'own' : 'same') : 'none';
  return (
    <>
      <span className={styles['cutBefore']}>
        <span aria-hidden>{words.short}</span>
        <Segmented
          label={words.label}
          value={kind}
          onChange={(chosen) => {
            setAgainstCut(chosen === 'own' ? [] : chosen);
          }}
          options={[
            { value: 'none', text: words.none },
            { value: 'same', text: words.same(dimNames(cut)) },
            { value: 'own', text: words.own, hint: words.ownHint },
          ]}
        />
      </span>
      {own && <OwnDims own={own} />}
      {against.cut && (
        <Segmented
          label={words.where}
          value={against.where ?? where}
          onChange={(chosen) => {
            setAgainst({ ...against, where: chosen });
          }}
          options={[
            { value: 'after', text: strings.cut.after, hint: strings.cut.afterHint },
            { value: 'inside', text: strings.cut.inside, hint: strings.cut.insideHint },
          ]}
        />
      )}
    </>
  );
}

/** A button for each tail and each dimension cut, pressed where it is cut, and a field for any other. */
function OwnDims({ own }: { readonly own: readonly number[] }): ReactNode {
  const tails = useApp(selectTailDims);
  const { setAgainstCut } = useActions();
  const offered = [...new Set([...tails.slice(0, MOST), ...own])];
  return (
    <span className={styles['own']} role="group" aria-label={words.dims}>
      {offered.map((dim) => {
        const on = own.includes(dim);
        return (
          <button
            key={dim}
            type="button"
            className={styles['chip']}
            aria-pressed={on}
            aria-label={words.toggle(dim)}
            data-tail={tails.includes(dim)}
            onClick={() => {
              setAgainstCut(on ? own.filter((one) => one !== dim) : [...own, dim]);
            }}
          >
            {dim}
          </button>
        );
      })}
      <AddDimension
        label={words.add}
        onAdd={(dim) => {
          setAgainstCut([...own, dim]);
        }}
      />
    </span>
  );
}
