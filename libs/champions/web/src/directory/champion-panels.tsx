import { createContext, useContext, type ComponentType } from 'react';

/** What a panel of another context may know of the champion on whose page it stands. */
export interface ChampionPanelFacts {
  personId: string;
  name: string;
}

/** A part that a context to the right adds to the page of a champion. */
export interface ChampionPanel {
  key: string;
  Panel: ComponentType<{ champion: ChampionPanelFacts }>;
}

const Panels = createContext<readonly ChampionPanel[]>([]);

/** Wrap the router once: `<ChampionPanels value={pairingsChampionPanels}>`. */
export const ChampionPanels = Panels.Provider;

export const useChampionPanels = (): readonly ChampionPanel[] => useContext(Panels);
