import type { INestApplicationContext } from '@nestjs/common';
import { newId, type Clock } from '@flipside/kernel';
import { SignIn } from '@flipside/people-api';
import { CLOCK, CONFIG, Database, type Config, type Tx } from '@flipside/platform-api';
import { BookingReader, OfferTimes, ProposeTimes, restateSeries } from '@flipside/sessions-api';
import type { DemoPairing } from './coaching.js';
import { Random } from './random.js';
import { insertRows } from './rows.js';

const HOUR = 60;

interface Came {
  readonly what: string;
  readonly outcome: string;
  readonly hoursAgo: number;
}

/** What the mailbox of a running installation got in the last days. */
const CAME: readonly Came[] = [
  { what: 'reply', outcome: 'answered', hoursAgo: 2 },
  { what: 'words', outcome: 'pointed', hoursAgo: 5 },
  { what: 'reply', outcome: 'answered', hoursAgo: 21 },
  { what: 'counter', outcome: 'proposed', hoursAgo: 26 },
  { what: 'automatic', outcome: 'ignored', hoursAgo: 27 },
  { what: 'reply', outcome: 'late', hoursAgo: 44 },
  { what: 'refresh', outcome: 'restated', hoursAgo: 70 },
  { what: 'unreadable', outcome: 'not_understood', hoursAgo: 93 },
];

/** Answers of calendars and what else came in; one sender is not one of the two people. */
async function writeInbound(
  tx: Tx,
  pairings: readonly DemoPairing[],
  random: Random,
  now: Date,
): Promise<void> {
  const senders = pairings.flatMap(({ executive }) => executive.email ?? []);
  const row = ({ what, outcome, hoursAgo }: Came, from: string | null) => {
    const id = random.id();
    return {
      id,
      message_id: `${id}@mail.example`,
      from_email: from,
      what,
      outcome,
      received_at: new Date(now.getTime() - hoursAgo * 3_600_000),
    };
  };
  await insertRows(tx, 'inbound_mail', [
    ...CAME.map((came, index) => row(came, senders[index % senders.length] ?? null)),
    row({ what: 'reply', outcome: 'stranger', hoursAgo: 30 }, 'someone@elsewhere.example'),
  ]);
}

/** Draws of their own, so that the company stays the same whatever came by mail. */
const SEED = 20_261_123;

/** Some of the company have chosen which mails reach them, and when; most never look. And the mailbox has had mail. */
export async function writeMailChoices(
  tx: Tx,
  pairings: readonly DemoPairing[],
  now: Date,
): Promise<void> {
  const executives = [...new Set(pairings.map(({ executive }) => executive.id))];
  const champions = [...new Set(pairings.map(({ champion }) => champion.id))];
  const chosen = (people: readonly string[], topic: string, delivery: string) =>
    people.map((person_id) => ({ person_id, topic, delivery, chosen_at: now }));
  await insertRows(tx, 'mail_choice', [
    ...chosen(
      champions.filter((_, index) => index % 4 === 0),
      'preparation',
      'digest',
    ),
    ...chosen(
      champions.filter((_, index) => index % 7 === 1),
      'log_nudges',
      'never',
    ),
    ...chosen(
      executives.filter((_, index) => index % 5 === 2),
      'today',
      'never',
    ),
  ]);
  await insertRows(
    tx,
    'mail_hours',
    executives
      .filter((_, index) => index % 3 === 2)
      .map((person_id) => ({
        person_id,
        quiet_from_minute: 18 * HOUR,
        quiet_to_minute: 8 * HOUR,
        digest_at_minute: 8 * HOUR + 30,
      })),
  );
  await writeInbound(tx, pairings, new Random(SEED), now);
}

/**
 * A champion offers other times for a session that an assistant looks after: held, and waiting for an answer. The
 * assistant may move for that executive, and no more.
 */
export async function offerOtherTimes(app: INestApplicationContext): Promise<void> {
  const session = await app.get(Database).one<{ id: string; championId: string }>(
    `select s.id, p.champion_id as "championId"
     from delegation d join pairing p on p.executive_id = d.principal_id and p.state = 'active'
     join session s on s.pairing_id = p.id and s.status = 'booked' and s.starts_at > $1
     where d.scopes = '{move}' order by s.starts_at limit 1`,
    [addHours(app.get<Clock>(CLOCK).now(), 72)],
  );
  const champion =
    session && (await app.get(SignIn, { strict: false }).viewerById(session.championId));
  if (!champion) throw new Error('Nobody whom the assistant looks after has a session to move');
  const { starts } = await app
    .get(BookingReader, { strict: false })
    .moveTimes(champion, session.id, null, { toPropose: true });
  const offered = await app.get(ProposeTimes, { strict: false }).run(champion, {
    sessionId: session.id,
    starts: starts.slice(0, 2),
    idempotencyKey: newId(),
  });
  if (!offered.ok) throw new Error(offered.refusal.message);
}

const addHours = (at: Date, hours: number): Date => new Date(at.getTime() + hours * 3_600_000);

/** Series whose people asked for their invitations again. */
const RESTATED = 3;

/**
 * Mails in the outbox, written by the commands that write them in every company: three times to whoever has just said
 * yes, and the invitations of some running series.
 */
export async function writeOutbox(app: INestApplicationContext): Promise<void> {
  const database = app.get(Database);
  const now = app.get<Clock>(CLOCK).now();
  const [accepted] = await database.rows<{ id: string }>(
    `select id from pairing where state = 'accepted' order by id limit 1`,
  );
  if (accepted) await app.get(OfferTimes, { strict: false }).run(accepted.id);
  const series = await database.rows<{ id: string }>(
    `select r.id from series r join pairing p on p.id = r.pairing_id
     where r.state = 'active' and p.state = 'active' order by r.id limit ${RESTATED}`,
  );
  await database.transaction(async (tx) => {
    for (const { id } of series) await restateSeries(tx, app.get<Config>(CONFIG), id, now);
  });
}
