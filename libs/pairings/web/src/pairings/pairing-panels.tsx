import { createContext, useContext, type ComponentType } from 'react';

/** What a panel of another context may know of the pairing it stands on. */
export interface PairingPanelFacts {
  id: string;
  state: string;
  /** Null for HR leads. */
  viewerSide: 'EXECUTIVE' | 'CHAMPION' | null;
  otherName: string;
}

/** A part that a context to the right adds to the page of a pairing: its sessions, what was learned. */
export interface PairingPanel {
  key: string;
  Panel: ComponentType<{ pairing: PairingPanelFacts }>;
}

const Panels = createContext<readonly PairingPanel[]>([]);

/** Wrap the router once: `<PairingPanels value={[sessionsOfPairing]}>`. */
export const PairingPanels = Panels.Provider;

export const usePairingPanels = (): readonly PairingPanel[] => useContext(Panels);
