import type { Database } from '@flipside/platform-api';
import { adherence, type Share } from '@flipside/sessions-domain';
import {
  AcceptOffer,
  BookingReader,
  BookSeries,
  ExpireOffers,
  HealSession,
  RenewSeries,
  SkipSession,
} from '@flipside/sessions-api';
import { ActivatePairing } from '@flipside/pairings-api';
import { newId, type Day } from '@flipside/kernel';
import {
  MONDAY,
  config,
  executiveOf,
  somePairings,
  type BenchPairing,
} from './sessions-network.js';

export interface YearResult {
  readonly cancelled: number;
  readonly offered: number;
  readonly taken: number;
  readonly held: number;
  readonly adherence: Share;
  readonly overlaps: number;
  readonly calendarObjects: number;
  readonly identityFaults: number;
}

const DAY_MS = 86_400_000;
/** Shares of what people do; the same for both runs. */
const CANCELS = 0.22;
const TAKES_MAKE_UP = 0.75;

/** Mulberry32: small, fast, and the same on every machine. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * A year of a network on the real commands and the real database, a day at a time: sessions are booked
 * and renewed, executives cancel some a day before, and with healing on take most of the make-ups.
 */
export async function simulateYear(
  db: Database,
  options: { pairings: number; isHealing: boolean; days: number },
): Promise<YearResult> {
  const random = randomFrom(20_261_128);
  const { pairings } = await somePairings(db, {
    pairings: options.pairings,
    perChampion: 4,
    anchorOn: '2027-01-05',
  });
  const byId = new Map(pairings.map((pairing) => [pairing.id, pairing]));
  let now = MONDAY;
  const clock = { now: () => now };
  const book = new BookSeries(db, clock, config, new ActivatePairing(db));
  const renew = new RenewSeries(db, clock, config);
  const skip = new SkipSession(db, clock, config);
  const heal = new HealSession(db, clock, config);
  const accept = new AcceptOffer(db, clock, config);
  const expire = new ExpireOffers(db, clock, config);
  await bookFirst(new BookingReader(db, clock), book, pairings);
  let [cancelled, offered, taken] = [0, 0, 0];
  for (let day = 0; day < options.days; day++) {
    now = new Date(MONDAY.getTime() + day * DAY_MS);
    await db.rows(`update session set status = 'held' where status = 'booked' and ends_at <= $1`, [
      now,
    ]);
    if (day % 7 === 0) await renewAll(db, renew, now);
    const coming = await db.rows<{ id: string; pairingId: string }>(
      `select s.id, s.pairing_id as "pairingId" from session s
       where s.status = 'booked' and s.starts_at > $1::timestamptz + interval '24 hours' and s.starts_at <= $1::timestamptz + interval '48 hours'
       order by s.pairing_id, s.starts_at`,
      [now],
    );
    for (const session of coming) {
      const [cancels, takes] = [random() < CANCELS, random() < TAKES_MAKE_UP];
      if (!cancels) continue;
      const executive = executiveOf(byId.get(session.pairingId) as BenchPairing);
      if (!(await skip.run(executive, { sessionId: session.id })).ok) continue;
      cancelled++;
      if (!options.isHealing) continue;
      await heal.handle({ sessionId: session.id });
      const held = await db.one<{ id: string }>(
        `select s.id from session s join session_offer o on o.id = s.offer_id
         where o.about_session_id = $1 and s.status = 'offered'`,
        [session.id],
      );
      if (!held) continue;
      offered++;
      if (takes && (await accept.run(executive, { sessionId: held.id })).ok) taken++;
    }
    await expire.handle();
  }
  return {
    cancelled,
    offered,
    taken,
    ...(await figures(db, new Date(MONDAY.getTime() + options.days * DAY_MS))),
  };
}

/** Everybody takes the best of the first times on offer. */
async function bookFirst(
  times: BookingReader,
  book: BookSeries,
  pairings: readonly BenchPairing[],
): Promise<void> {
  for (const pairing of pairings) {
    const { options } = await times.options(executiveOf(pairing), pairing.id);
    for (const { pattern } of options) {
      const booked = await book.run(executiveOf(pairing), {
        pairingId: pairing.id,
        localStart: pattern.localStart,
        idempotencyKey: newId(),
      });
      if (booked.ok) break;
    }
  }
}

async function renewAll(db: Database, renew: RenewSeries, now: Date): Promise<void> {
  const due = await db.rows<{ id: string }>(
    `select p.id from pairing p where p.state = 'active'
       and (select count(*) from session s where s.pairing_id = p.id and s.status = 'booked' and s.starts_at > $1) <= 2`,
    [now],
  );
  for (const { id } of due) await renew.run(id);
}

async function figures(db: Database, end: Date) {
  const held = await db.rows<{ pairingId: string; day: Day }>(
    `select pairing_id as "pairingId", to_char(local_start, 'YYYY-MM-DD') as day from session where status = 'held'`,
  );
  const anchors = await db.rows<{ id: string; anchorOn: Day }>(
    'select id, anchor_on as "anchorOn" from pairing',
  );
  const days = new Map<string, Day[]>();
  for (const { pairingId, day } of held) days.set(pairingId, [...(days.get(pairingId) ?? []), day]);
  const today = end.toISOString().slice(0, 10);
  let [part, whole] = [0, 0];
  for (const { id, anchorOn } of anchors) {
    const share = adherence(
      { anchorOn, cadenceDays: 14, heldOn: days.get(id) ?? [], pauses: [], endedOn: null },
      today,
    );
    part += share.part;
    whole += share.whole;
  }
  const [overlap] = await db.rows<{ n: number }>(
    `select count(*)::int as n from claim a join claim b
       on a.person_id = b.person_id and a.id < b.id and a.during && b.during and a.active and b.active`,
  );
  const [objects] = await db.rows<{ objects: number; faults: number }>(
    `with sent as (
       select person_id, substring(ical from 'BEGIN:VEVENT\\s+UID:(\\S+)') as uid,
         substring(ical from 'SEQUENCE:(\\d+)')::int as sequence, id
       from mail_message where ical is not null
     ), stepped as (
       select *, lag(sequence) over (partition by person_id, uid order by id) as before from sent
     )
     select (select count(distinct uid)::int from sent) as objects,
       (select count(*)::int from stepped where before >= sequence)
       + (select count(*)::int from sent where not exists (select 1 from series r where r.ical_uid = sent.uid)) as faults`,
  );
  return {
    held: held.length,
    adherence: { part, whole },
    overlaps: overlap?.n ?? -1,
    calendarObjects: objects?.objects ?? 0,
    identityFaults: objects?.faults ?? -1,
  };
}
