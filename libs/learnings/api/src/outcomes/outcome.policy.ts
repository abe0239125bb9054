import type { EvidenceGrade } from '@flipside/learnings-domain';
import type { Viewer } from '@flipside/platform-api';
import { sideOf, type TwoPeople } from '../circle.policy.js';

/** The second person of the pairing confirms what the first one claims. */
export const canCorroborate = (
  viewer: Pick<Viewer, 'personId'>,
  outcome: { authorId: string; grade: EvidenceGrade },
  two: TwoPeople,
): boolean =>
  sideOf(viewer, two) !== null &&
  viewer.personId !== outcome.authorId &&
  outcome.grade === 'claimed';
