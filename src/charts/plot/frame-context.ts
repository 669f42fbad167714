import { createContext } from 'react';

/** Ids of the texts by which a chart's frame names and describes the plot inside it. */
export interface FrameIds {
  readonly title: string;
  readonly summary: string;
}

export const FrameContext = createContext<FrameIds | undefined>(undefined);
