import { createContext, use, type ComponentType } from 'react';

/** What a panel knows of the session it stands on. */
export interface SessionPanelFacts {
  id: string;
  status: string;
  viewerSide: 'EXECUTIVE' | 'CHAMPION' | null;
  hasEnded: boolean;
  viewerCanRecord: boolean;
  otherName: string;
}

/** Something that another context shows on the page of a session, for its two people only. */
export interface SessionPanel {
  key: string;
  Panel: ComponentType<{ session: SessionPanelFacts }>;
}

const PanelsContext = createContext<readonly SessionPanel[]>([]);

/** Put once around the router: the panels of contexts that know sessions but are not known by them. */
export const SessionPanels = PanelsContext;

export function Panels({ session }: { session: SessionPanelFacts }) {
  return use(PanelsContext).map(({ key, Panel }) => <Panel key={key} session={session} />);
}
