import { useMemo, type ReactNode } from 'react';
import { selectMatrixWords } from '../../../store/derive/matrix-items.ts';
import { useApp } from '../../../store/use-app.ts';
import { strings } from '../../../strings/index.ts';
import { superscript } from '../../explore/matrix-labels.ts';
import { PageFault } from '../../shell/PageFault.tsx';
import styles from '../compare.module.css';
import type { Compared } from '../use-compared.ts';
import { MatrixOfBoth } from './MatrixOfBoth.tsx';
import { OwnTreesCompare } from './OwnTreesCompare.tsx';
import type { WordPlace } from './word-pairs.ts';

const words = strings.compareDetails.own;

/** What a person wrote in the views, by the vectors of both sides. */
export function OwnDetails({ compared }: { readonly compared: Compared }): ReactNode {
  return (
    <>
      <div className={styles['pair']}>
        <PageFault>
          <TextMatrix compared={compared} />
        </PageFault>
        <PageFault>
          <PlayMatrix compared={compared} />
        </PageFault>
      </div>
      <PageFault>
        <OwnTreesCompare compared={compared} />
      </PageFault>
    </>
  );
}

/** Words that come back in the text of Explore. */
function TextMatrix({ compared }: { readonly compared: Compared }): ReactNode {
  const found = useApp(selectMatrixWords);
  const places = useMemo(() => {
    const said = new Map<string, number>();
    return found.map(({ word, sentence }): WordPlace => {
      const group = word.toLocaleLowerCase();
      const time = (said.get(group) ?? 0) + 1;
      said.set(group, time);
      return { label: word + superscript(time), group, word, sentence };
    });
  }, [found]);
  return (
    <MatrixOfBoth
      compared={compared}
      places={places}
      title={(same, where) => words.text.title(...same, where)}
      sentence={words.text.sentence}
      means={words.text.means}
      none={words.text.none}
      text={strings.shell.views.explore}
      name="words"
    />
  );
}

/** The playground's word in its sentences. */
function PlayMatrix({ compared }: { readonly compared: Compared }): ReactNode {
  const playground = useApp((state) => state.playground);
  const places = useMemo(() => {
    const { word, lines } = playground;
    return lines
      .map(({ text, sense }, line) => ({ text, sense, line }))
      .filter(({ text }) => text.trim() !== '')
      .sort((a, b) => a.sense - b.sense || a.line - b.line)
      .map(({ text, sense, line }): WordPlace => ({
        label: strings.wordsView.play.label(line + 1, sense + 1),
        group: String(sense),
        word,
        sentence: text,
      }));
  }, [playground]);
  const word = playground.word.trim();
  return (
    <MatrixOfBoth
      compared={compared}
      places={places}
      title={(same, where) => words.play.title(word, ...same, where)}
      sentence={words.play.sentence}
      means={words.play.means}
      none={strings.wordsView.play.tooFew(word)}
      text={strings.wordsView.play.name}
      name="playground"
    />
  );
}
