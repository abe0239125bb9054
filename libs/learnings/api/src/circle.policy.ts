import { barrier, type Viewer } from '@flipside/platform-api';

/** Anything that has the two people of a pairing. */
export interface TwoPeople {
  championId: string;
  championName: string;
  executiveId: string;
  executiveName: string;
}

export type Side = 'champion' | 'executive';

/** Which of the two the viewer is, or null for everybody else, whatever their role. */
export function sideOf(viewer: Pick<Viewer, 'personId'>, two: TwoPeople): Side | null {
  if (viewer.personId === two.championId) return 'champion';
  return viewer.personId === two.executiveId ? 'executive' : null;
}

/** The viewer's side. @throws Barrier NOT_FOUND for everybody else, as if there were nothing. */
export function requireSide(viewer: Pick<Viewer, 'personId'>, two: TwoPeople): Side {
  const side = sideOf(viewer, two);
  if (side === null) throw barrier('NOT_FOUND');
  return side;
}

/** @throws Barrier NOT_FOUND unless the viewer sits on that side. */
export function requireThisSide(
  viewer: Pick<Viewer, 'personId'>,
  two: TwoPeople,
  side: Side,
): void {
  if (sideOf(viewer, two) !== side) throw barrier('NOT_FOUND');
}

/** The name of the person opposite. */
export const otherName = (side: Side, two: TwoPeople): string =>
  side === 'champion' ? two.executiveName : two.championName;
