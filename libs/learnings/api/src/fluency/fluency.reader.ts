import {
  changesOf,
  FLUENCY_DIMENSIONS,
  gainOf,
  isRatingDue,
  normalisedGain,
  selfObserverGap,
  slopeOf,
  type FluencyDimension,
  type FluencyLevel,
  type LevelChange,
  type Trust,
} from '@flipside/learnings-domain';
import { Database, type Viewer } from '@flipside/platform-api';
import { Injectable } from '@nestjs/common';
import { otherName, requireSide } from '../circle.policy.js';
import { circleOfPairing } from '../circle.reader.js';
import type { Fluency, FluencyRating } from './fluency.type.js';

type RatingRow = FluencyRating & { levels: FluencyLevel[]; trust: Trust | null };

/** The levels of a rating as a list, in the rubric's own names. */
const LEVELS = `coalesce((select jsonb_agg(jsonb_build_object('dimension', l.dimension, 'level', l.level, 'then', l.then_level) order by l.dimension)
  from fluency_level l where l.rating_id = r.id), '[]') as levels`;

@Injectable()
export class FluencyReader {
  constructor(private readonly db: Database) {}

  /** @throws Barrier NOT_FOUND for all but the two people, whatever their role */
  async ofPairing(viewer: Viewer, pairingId: string): Promise<Fluency> {
    const circle = await circleOfPairing(this.db, pairingId);
    const side = requireSide(viewer, circle);
    const [ratings, held] = await Promise.all([
      this.db.rows<RatingRow>(
        `select r.id, r.at, a.name as "raterName", r.rater_id = r.person_id as "isSelf",
           s.starts_at as "sessionStartsAt", r.trust, ${LEVELS}
         from fluency_rating r join person a on a.id = r.rater_id left join session s on s.id = r.session_id
         where r.pairing_id = $1 order by r.at desc, r.id limit 100`,
        [pairingId],
      ),
      this.db.one<{ total: number; since: number | null }>(
        `select count(s.id) as total,
           case when last.at is null then null else count(s.id) filter (where s.starts_at > last.at) end as since
         from (select max(at) as at from fluency_rating where pairing_id = $1 and rater_id = $2) last
         left join session s on s.pairing_id = $1 and s.status = 'held'
         group by last.at`,
        [pairingId, viewer.personId],
      ),
    ]);
    const self = ratings.filter(({ isSelf }) => isSelf);
    const observed = ratings.filter(({ isSelf }) => !isSelf);
    const hasHeld = (held?.total ?? 0) > 0;
    const isExecutive = side === 'executive';
    return {
      pairingId,
      viewerIsExecutive: isExecutive,
      otherName: otherName(side, circle),
      viewerCanRate: isExecutive || hasHeld,
      isDue: (isExecutive || hasHeld) && isRatingDue(held?.since ?? null),
      views: FLUENCY_DIMENSIONS.map((dimension) => {
        const [own, seen] = [newest(self, dimension), newest(observed, dimension)];
        return { dimension, self: own, observed: seen, gap: selfObserverGap(own, seen) };
      }),
      trustSelf: self.find(({ trust }) => trust !== null)?.trust ?? null,
      trustObserved: observed.find(({ trust }) => trust !== null)?.trust ?? null,
      ...progressOf(observed),
      ratings,
    };
  }

  /** The viewer's own view of themselves, first and latest, over all their pairings. One statement. */
  async beforeAndNow(viewer: Viewer): Promise<LevelChange[]> {
    return changesOf(
      await this.db.rows<RatingRow>(
        `select r.at, ${LEVELS} from fluency_rating r where r.person_id = $1 and r.rater_id = $1`,
        [viewer.personId],
      ),
    );
  }
}

/** Gain, its share of what was open, and pace of what was observed (metrics G.8). */
function progressOf(observed: readonly RatingRow[]) {
  const changes = changesOf(observed);
  const shares = changes.flatMap(({ before, now }) => normalisedGain(before, now) ?? []);
  return {
    gain: gainOf(changes),
    normalisedGain:
      shares.length === 0 ? null : shares.reduce((sum, each) => sum + each, 0) / shares.length,
    slope: slopeOf(observed),
  };
}

const newest = (
  ratings: readonly { levels: readonly FluencyLevel[] }[],
  wanted: FluencyDimension,
): number | null =>
  ratings.flatMap(({ levels }) => levels).find(({ dimension }) => dimension === wanted)?.level ??
  null;
