/** What the integration specs of sessions share: people in their zones, viewers, and reading what was written. */
import { fixedClock, newId } from '@flipside/kernel';
import { ActivatePairing } from '@flipside/pairings-api';
import { aPairing } from '@flipside/pairings-api/builders';
import { aChampion, type ChampionWish } from '@flipside/champions-api/builders';
import { aPerson } from '@flipside/people-api/builders';
import {
  readConfig,
  type Config,
  type Database,
  type Role,
  type Viewer,
} from '@flipside/platform-api';
import { BookSeries } from './book-series.js';
import { localSql } from './sql.js';

/** A Monday morning in winter; most specs begin here. */
export const MONDAY = '2027-01-11T08:00:00Z';

export const config: Config = readConfig(
  { url: 'https://coach.example.com' },
  { FLIPSIDE_MAIL_FROM: 'AI coaching <coaching@example.com>' },
);

export const viewerOf = (
  person: { id: string; name?: string; timeZone?: string },
  ...roles: Role[]
): Viewer => ({
  personId: person.id,
  name: person.name ?? 'Somebody',
  email: null,
  roles: new Set<Role>(['EMPLOYEE', ...roles]),
  timeZone: person.timeZone ?? 'Europe/London',
});

export interface Pair {
  readonly pairingId: string;
  readonly executiveId: string;
  readonly championId: string;
  readonly executive: Viewer;
  readonly champion: Viewer;
}

/** Helen, an executive, and Priya, a champion, who have both said yes. */
export async function aPair(
  db: Database,
  wish: {
    championId?: string;
    state?: 'accepted' | 'active' | 'paused' | 'ended_early' | 'proposed';
    executiveZone?: string;
    championZone?: string;
    /** With plenty of hours, unless a spec is about them. */
    champion?: ChampionWish;
  } = {},
): Promise<Pair> {
  const executive = await aPerson(db, {
    name: 'Helen Ward',
    timeZone: wish.executiveZone ?? 'Europe/London',
  });
  const championId =
    wish.championId ??
    (await aPerson(db, { name: 'Priya Nair', timeZone: wish.championZone ?? 'Europe/London' })).id;
  if (!(await db.one('select 1 from champion where person_id = $1', [championId])))
    await aChampion(db, { agreedHours: 400, ...wish.champion, personId: championId });
  const pairing = await aPairing(db, {
    executiveId: executive.id,
    championId,
    state: wish.state ?? 'accepted',
  });
  return {
    pairingId: pairing.id,
    executiveId: executive.id,
    championId,
    executive: viewerOf(
      { id: executive.id, name: 'Helen Ward', timeZone: wish.executiveZone ?? 'Europe/London' },
      'EXECUTIVE',
    ),
    champion: viewerOf(
      { id: championId, name: 'Priya Nair', timeZone: wish.championZone ?? 'Europe/London' },
      'CHAMPION',
    ),
  };
}

export const bookSeries = (db: Database, at: Date | string = MONDAY): BookSeries =>
  new BookSeries(db, fixedClock(at), config, new ActivatePairing(db));

/** Books Tuesday 10:00, London time, every other week; answers the ids. */
export async function aBooking(
  db: Database,
  pair: Pair,
  localStart = '2027-01-12T10:00',
  at: Date | string = MONDAY,
): Promise<{ seriesId: string; sessionIds: readonly string[] }> {
  const result = await bookSeries(db, at).run(pair.executive, {
    pairingId: pair.pairingId,
    localStart,
    idempotencyKey: newId(),
  });
  if (!result.ok) throw new Error(result.refusal.message);
  return result.value;
}

/** A booked pair whose invitations have left, with the ids of its first two sessions (12 and 26 January, 10:00). */
export async function aBookedPair(
  db: Database,
): Promise<{ pair: Pair; first: string; second: string }> {
  const pair = await aPair(db);
  const { sessionIds } = await aBooking(db, pair);
  await sendAll(db);
  return { pair, first: sessionIds[0] ?? '', second: sessionIds[1] ?? '' };
}

export interface StoredSession {
  id: string;
  status: string;
  reason: string | null;
  local: string;
  recurrence: string;
  startsAt: Date;
  version: number;
  moves: number;
}

export const sessionsOf = (db: Database, pairingId: string): Promise<StoredSession[]> =>
  db.rows<StoredSession>(
    `select id, status, status_reason as reason, ${localSql('local_start')} as local, ${localSql('recurrence_local')} as recurrence,
       starts_at as "startsAt", version, move_count as moves
     from session where pairing_id = $1 order by recurrence_local`,
    [pairingId],
  );

export interface StoredMail {
  key: string;
  to: string;
  method: string | null;
  ics: string | null;
  state: string;
  subject: string;
  text: string;
}

/** Mails in the order in which they were decided. */
export const mailsTo = (db: Database, ...personIds: string[]): Promise<StoredMail[]> =>
  db.rows<StoredMail>(
    `select dedupe_key as key, to_name as "to", ical_method as method, ical as ics, state, subject, body_text as text
     from mail_message where person_id = any($1) order by id`,
    [personIds],
  );

/** What waits to be sent to the executive of a pair. */
export const waitingMails = async (db: Database, pair: Pair): Promise<StoredMail[]> =>
  (await mailsTo(db, pair.executiveId)).filter((mail) => mail.state === 'queued');

/** Takes every waiting mail as sent. */
export const sendAll = (db: Database): Promise<unknown> =>
  db.rows(`update mail_message set state = 'sent' where state = 'queued'`);

export const claimsOf = (db: Database, personId: string): Promise<{ from: Date; to: Date }[]> =>
  db.rows(
    `select lower(during) as "from", upper(during) as "to" from claim where person_id = $1 order by 1`,
    [personId],
  );

/** One content line's value, unfolded. */
export function icsValue(ics: string | null | undefined, name: string): string | undefined {
  const event = (ics ?? '').replaceAll(/\r\n[ \t]/g, '').split('BEGIN:VEVENT')[1] ?? '';
  const line = event
    .split('\r\n')
    .find((each) => each.startsWith(`${name}:`) || each.startsWith(`${name};`));
  return line?.slice(line.indexOf(':') + 1);
}
