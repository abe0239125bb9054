import { createContext, use } from 'react';

/**
 * Where floating lists are drawn. A native modal dialog lies above everything outside it, so a list opened inside a
 * sheet has to be drawn inside that sheet.
 */
export const PortalTarget = createContext<HTMLElement | null>(null);

/** Portal settings for anything that floats: inside the surrounding sheet, else at the end of the page. */
export function usePortalProps(): { target: HTMLElement } | undefined {
  const target = use(PortalTarget);
  return target ? { target } : undefined;
}
