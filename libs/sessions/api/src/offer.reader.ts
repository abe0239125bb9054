import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@flipside/kernel';
import type { TravelDays } from '@flipside/people-domain';
import { CLOCK, Database, type Viewer } from '@flipside/platform-api';
import type { OfferKind, OfferState } from './offer-store.js';
import { pairTimesOf, type PairTimes } from './pair-times.js';
import { choosesTimes, standingOf, type Standing } from './session.policy.js';
import { askingOf, standingIn, type AskingReader } from './standing.js';

interface OfferRow {
  readonly id: string;
  readonly pairingId: string;
  readonly kind: OfferKind;
  readonly aboutSessionId: string;
  readonly awaits: 'executive' | 'champion';
  readonly round: number;
  readonly expiresAt: Date;
  readonly proposedByName: string | null;
  readonly executiveId: string;
  readonly championId: string;
  readonly minutes: number;
  readonly aboutStartsAt: Date;
  readonly aboutEndsAt: Date;
  readonly times: readonly { readonly sessionId: string; readonly startsAt: string }[];
}

/** An open offer as its reader may see it. */
export interface SeenOffer {
  readonly row: OfferRow;
  readonly standing: Standing;
  readonly people: PairTimes;
  /** The reader's own journeys. */
  readonly travel: readonly TravelDays[];
}

/** A pairing that is asked about its rhythm. */
export interface SeenQuestion {
  readonly id: string;
  readonly pairingId: string;
  readonly cause: 'cancelled' | 'away' | 'zone';
  readonly executiveId: string;
  readonly executiveName: string;
  readonly championId: string;
  readonly championName: string;
  /** A coming session of a series, whose rhythm another hour would change; null when there is none. */
  readonly nextSessionId: string | null;
  readonly standing: Standing;
}

/** A question with what was answered; null while it is open. */
export interface AskedQuestion extends SeenQuestion {
  readonly answer: 'other_hour' | 'pause' | 'keep' | null;
}

/** What became of the times that a held session belongs to. */
export interface SettledOffer {
  readonly aboutSessionId: string;
  readonly state: OfferState;
  /** The session that stands now: the one that was taken, or the one it was about. */
  readonly standsId: string;
}

/** $1 whose, $2 now. */
const OPEN = `select o.id, o.pairing_id as "pairingId", o.kind, o.about_session_id as "aboutSessionId", o.awaits, o.round,
    o.expires_at as "expiresAt", case when b.id is null then w.name else w.name || ' for ' || b.name end as "proposedByName", p.executive_id as "executiveId",
    p.champion_id as "championId", a.duration_min as minutes, a.starts_at as "aboutStartsAt", a.ends_at as "aboutEndsAt",
    (select jsonb_agg(jsonb_build_object('sessionId', s.id, 'startsAt', s.starts_at) order by s.starts_at)
     from session s where s.offer_id = o.id and s.status = 'offered') as times
  from session_offer o join pairing p on p.id = o.pairing_id join session a on a.id = o.about_session_id
  left join person w on w.id = o.proposed_by left join person b on b.id = o.on_behalf_of
  where o.state = 'open' and o.expires_at > $2 and (p.executive_id = any($1) or p.champion_id = any($1))
    and exists (select 1 from session s where s.offer_id = o.id and s.status = 'offered')`;

/** $2 now. */
const QUESTION = `select q.id, q.pairing_id as "pairingId", q.cause, q.answer, p.executive_id as "executiveId", e.name as "executiveName",
         p.champion_id as "championId", c.name as "championName",
         (select s.id from session s join series r on r.id = s.series_id
          where s.pairing_id = p.id and s.status = 'booked' and s.starts_at > $2 and r.state = 'active' and r.occurrence_count > 1
          order by s.starts_at limit 1) as "nextSessionId"
       from rhythm_question q join pairing p on p.id = q.pairing_id
       join person e on e.id = p.executive_id join person c on c.id = p.champion_id`;

/** What waits for an answer: of the viewer and of those looked after. */
@Injectable()
export class OfferReader {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Open offers of both sides, the first to run out first; at most 50. Three statements. */
  async open(viewer: Viewer): Promise<SeenOffer[]> {
    const now = this.clock.now();
    const asking = await askingOf(this.db, viewer, now);
    const rows = await this.db.rows<OfferRow>(`${OPEN} order by o.expires_at, o.id limit 50`, [
      [viewer.personId, ...asking.principals.keys()],
      now,
    ]);
    return this.see(rows, asking, now);
  }

  /** The open offer that a held time belongs to; null when it is settled or not this viewer's. Three statements. */
  async withTime(viewer: Viewer, heldSessionId: string): Promise<SeenOffer | null> {
    const now = this.clock.now();
    const asking = await askingOf(this.db, viewer, now);
    const rows = await this.db.rows<OfferRow>(
      `${OPEN} and o.id = (select offer_id from session where id = $3)`,
      [[viewer.personId, ...asking.principals.keys()], now, heldSessionId],
    );
    return (await this.see(rows, asking, now))[0] ?? null;
  }

  /** What became of the times that a held session belongs to. One statement. */
  settled(heldSessionId: string): Promise<SettledOffer | null> {
    return this.db.one<SettledOffer>(
      `select o.about_session_id as "aboutSessionId", o.state,
         coalesce((select b.id from session b where b.offer_id = o.id and b.status <> 'expired' limit 1),
           o.about_session_id) as "standsId"
       from session s join session_offer o on o.id = s.offer_id where s.id = $1`,
      [heldSessionId],
    );
  }

  private async see(
    rows: readonly OfferRow[],
    asking: AskingReader,
    now: Date,
  ): Promise<SeenOffer[]> {
    if (rows.length === 0) return [];
    const people = await pairTimesOf(this.db, rows, now);
    return rows.flatMap((row, index) => {
      const standing = standingOf(asking, row);
      return standing
        ? [{ row, standing, people: people[index] as PairTimes, travel: asking.travel }]
        : [];
    });
  }

  /** Open questions about the rhythm, newest first; at most 20. Two statements. */
  async questions(viewer: Viewer): Promise<SeenQuestion[]> {
    const now = this.clock.now();
    const asking = await askingOf(this.db, viewer, now);
    const rows = await this.db.rows<Omit<SeenQuestion, 'standing'>>(
      `${QUESTION}
       where q.answer is null and p.state = 'active' and p.executive_id = any($1)
       order by q.asked_at desc, q.id limit 20`,
      [[viewer.personId, ...asking.principals.keys()], now],
    );
    return rows.flatMap((row) => {
      const standing = standingOf(asking, row);
      return standing ? [{ ...row, standing }] : [];
    });
  }

  /** One question, open or answered; null unless it is this viewer's to answer. Two statements. */
  async question(viewer: Viewer, questionId: string): Promise<AskedQuestion | null> {
    const now = this.clock.now();
    const row = await this.db.one<Omit<AskedQuestion, 'standing'>>(`${QUESTION} where q.id = $1`, [
      questionId,
      now,
    ]);
    const standing = row && (await standingIn(this.db, viewer, row, now));
    return row && standing && choosesTimes(standing) ? { ...row, standing } : null;
  }
}
