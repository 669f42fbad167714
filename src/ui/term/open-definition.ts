import { createContext, useContext } from 'react';

/** A place in the definitions. */
export interface DefinitionPlace {
  /** Title of the section. */
  readonly section: string;
  /** What of it, where it defines several things. */
  readonly at?: string | undefined;
}

/** Shows the definitions at a place; nothing where the page has none. */
export const OpenDefinition = createContext<((place: DefinitionPlace) => void) | undefined>(undefined);

export function useOpenDefinition(): ((place: DefinitionPlace) => void) | undefined {
  return useContext(OpenDefinition);
}
