import { createContext, useContext, type ComponentType } from 'react';

/** A part that a context to the right adds below the weeks that a champion keeps free. */
export interface LoadPanel {
  key: string;
  Panel: ComponentType;
}

const Panels = createContext<readonly LoadPanel[]>([]);

/** Wrap the router once: `<LoadPanels value={sessionsLoadPanels}>`. */
export const LoadPanels = Panels.Provider;

export const useLoadPanels = (): readonly LoadPanel[] => useContext(Panels);
