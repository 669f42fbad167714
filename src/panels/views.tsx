import { lazy, type ComponentType } from 'react';
import type { ViewId } from '../store/view.ts';
import { strings } from '../strings/index.ts';
import { ExploreView } from './explore/ExploreView.tsx';

export interface View {
  readonly name: string;
  /** Fetched when its view is first opened, but for the one that the page opens with. */
  readonly Component: ComponentType;
}

const names = strings.shell.views;

/** Every view: the name it has for links (src/store/view.ts), its name for people, and what draws it. */
export const views: Readonly<Record<ViewId, View>> = {
  explore: { name: names.explore, Component: ExploreView },
  origins: {
    name: names.origins,
    Component: lazy(async () => ({ default: (await import('./origins/OriginsView.tsx')).OriginsView })),
  },
  geometry: {
    name: names.geometry,
    Component: lazy(async () => ({ default: (await import('./geometry/GeometryView.tsx')).GeometryView })),
  },
  words: {
    name: names.words,
    Component: lazy(async () => ({ default: (await import('./words/WordsView.tsx')).WordsView })),
  },
  syntax: {
    name: names.syntax,
    Component: lazy(async () => ({ default: (await import('./syntax/SyntaxView.tsx')).SyntaxView })),
  },
  sentences: {
    name: names.sentences,
    Component: lazy(async () => ({
      default: (await import('./sentences/SentencesView.tsx')).SentencesView,
    })),
  },
  predict: {
    name: names.predict,
    Component: lazy(async () => ({ default: (await import('./predict/PredictView.tsx')).PredictView })),
  },
  compare: {
    name: names.compare,
    Component: lazy(async () => ({ default: (await import('./compare/CompareView.tsx')).CompareView })),
  },
  paper: {
    name: names.paper,
    Component: lazy(async () => ({ default: (await import('./paper/PaperView.tsx')).PaperView })),
  },
  models: {
    name: names.models,
    Component: lazy(async () => ({ default: (await import('./models/ModelsView.tsx')).ModelsView })),
  },
};
