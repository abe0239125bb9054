import { createContext, use } from 'react';

export type Role =
  | 'EMPLOYEE'
  | 'CHAMPION'
  | 'EXECUTIVE'
  | 'DELEGATE'
  | 'HR_LEAD'
  | 'ADMINISTRATOR'
  | 'IMPACT_ANALYST';

/** Who is signed in, as the server sees them. */
export interface Viewer {
  id: string;
  name: string;
  email: string | null;
  /** IANA name, such as "Europe/London". */
  timeZone: string;
  roles: readonly Role[];
  programmeName: string;
  companyMode: 'DEMO' | 'OWN';
  mailConfigured: boolean;
}

const ViewerContext = createContext<Viewer | null>(null);

export function ViewerProvider({
  viewer,
  children,
}: {
  viewer: Viewer;
  children: React.ReactNode;
}) {
  return <ViewerContext value={viewer}>{children}</ViewerContext>;
}

/** The signed-in person. Every page inside the shell has one. */
export function useViewer(): Viewer {
  const viewer = use(ViewerContext);
  if (!viewer) throw new Error('useViewer is for pages inside the shell');
  return viewer;
}

/** Whether the viewer holds any of these roles; everyone does when none are named. */
export function holdsAny(
  viewer: Pick<Viewer, 'roles'>,
  roles: readonly Role[] | undefined,
): boolean {
  return !roles || roles.length === 0 || roles.some((role) => viewer.roles.includes(role));
}
