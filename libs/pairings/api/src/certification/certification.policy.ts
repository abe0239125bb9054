import type { Viewer } from '@flipside/platform-api';

/** What a certification rests on is between the champion and the programme; others see its days. */
export const canReadEvidence = (
  viewer: Pick<Viewer, 'personId' | 'roles'>,
  { championId }: { readonly championId: string },
): boolean => viewer.personId === championId || viewer.roles.has('HR_LEAD');
