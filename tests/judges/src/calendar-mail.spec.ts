/**
 * Every message of a series' life, as the server writes it for an executive's mailbox: libical's tables
 * accept each, and a calendar store that takes them in shows the list that our database holds.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHttpApp, entities, jobHandlers } from '@flipside/app-api';
import { fixedClock, newId } from '@flipside/kernel';
import { pairingEnded } from '@flipside/pairings-api';
import { aPairing } from '@flipside/pairings-api/builders';
import { drainJobs, enqueue, readConfig, type Role, type Viewer } from '@flipside/platform-api';
import { BookSeries, MoveSession, SetMeetingLink, SkipSession } from '@flipside/sessions-api';
import { testDatabase, type TestDatabase } from '@flipside/testing';
import { shownAfterEach } from './calendar-store.js';
import { askLibical } from './libical.js';

const MONDAY = '2027-01-11T08:00:00Z';

let test: TestDatabase;
let app: Awaited<ReturnType<typeof createHttpApp>>;
const clock = fixedClock(MONDAY);

beforeAll(async () => {
  test = await testDatabase(entities);
  const config = readConfig(
    { url: 'https://coach.example.com', company: 'own' },
    { DATABASE_URL: test.url, FLIPSIDE_MAIL_FROM: 'AI coaching <coaching@example.com>' },
  );
  app = await createHttpApp({ config, database: test.db, clock });
});
afterAll(async () => {
  await app.close();
  await test.close();
});

interface Step {
  readonly name: string;
  readonly messages: readonly string[];
  readonly starts: readonly string[];
}

/** Lives through a series; after each change, what was mailed and what the database holds. */
async function live(executiveName: string): Promise<Step[]> {
  clock.set(MONDAY);
  const { id: pairingId, executiveId } = await aPairing(test.db, { state: 'accepted' });
  await test.db.rows('update person set name = $2 where id = $1', [executiveId, executiveName]);
  const executive: Viewer = {
    personId: executiveId,
    name: executiveName,
    email: null,
    roles: new Set<Role>(['EMPLOYEE', 'EXECUTIVE']),
    timeZone: 'Europe/London',
  };
  const steps: Step[] = [];
  const told = new Set<string>();
  const note = async (name: string): Promise<void> => {
    const mails = await test.db.rows<{ id: string; ical: string }>(
      `select id, ical from mail_message where person_id = $1 and ical is not null and state <> 'dropped' order by created_at, id`,
      [executiveId],
    );
    const fresh = mails.filter(({ id }) => !told.has(id));
    for (const { id } of fresh) told.add(id);
    await test.db.rows(
      `update mail_message set state = 'sent', sent_at = $1 where state = 'queued'`,
      [clock.now()],
    );
    const booked = await test.db.rows<{ at: Date }>(
      `select starts_at as at from session where pairing_id = $1 and status = 'booked' order by 1`,
      [pairingId],
    );
    const starts = booked.map(({ at }) => `${at.toISOString().slice(0, 19)}Z`);
    steps.push({ name, messages: fresh.map(({ ical }) => ical), starts });
  };
  const done = async (work: Promise<{ ok: boolean }>, name: string): Promise<void> => {
    expect(await work).toMatchObject({ ok: true });
    await note(name);
    clock.set(new Date(clock.now().getTime() + 2 * 3_600_000));
  };
  await done(
    app.get(BookSeries).run(executive, {
      pairingId,
      localStart: '2027-01-12T10:00',
      idempotencyKey: newId(),
    }),
    'create',
  );
  const ids = (
    await test.db.rows<{ id: string }>(
      'select id from session where pairing_id = $1 order by recurrence_local',
      [pairingId],
    )
  ).map(({ id }) => id);
  const move = (at: number, to: string) =>
    app.get(MoveSession).run(executive, { sessionId: ids[at] ?? '', startsAt: new Date(to) });
  await done(move(1, '2027-01-27T11:00:00Z'), 'move');
  await done(move(1, '2027-01-28T14:00:00Z'), 'move again');
  await done(app.get(SkipSession).run(executive, { sessionId: ids[2] ?? '' }), 'cancel one');
  await done(
    app.get(SetMeetingLink).run(executive, {
      sessionId: ids[3] ?? '',
      meetingLink: 'https://meet.example.com/ana',
    }),
    'change text',
  );
  await done(move(3, '2027-02-24T15:00:00Z'), 'move after the text');
  // Two sessions have begun: the rule is shortened, and the date that moved beyond the cut is cancelled.
  clock.set('2027-02-01T08:00:00Z');
  await test.db.rows(`update pairing set state = 'ended_early', ended_at = $2 where id = $1`, [
    pairingId,
    clock.now(),
  ]);
  await test.db.transaction((tx) => enqueue(tx, pairingEnded, { pairingId }));
  await drainJobs(test.url, jobHandlers(app));
  await note('cancel all');
  return steps;
}

describe('calendar mail', () => {
  let steps: Step[];
  beforeAll(async () => {
    steps = [...(await live('Ward, "Helen"; 李小龍 👩🏽‍💻')), ...(await live('Helen Ward'))];
  }, 120_000);

  it('passes libical’s restriction check, every REQUEST and CANCEL, with zero error properties', () => {
    const messages = steps.flatMap((step) => step.messages);
    expect(messages.length).toBeGreaterThanOrEqual(16);
    expect(messages.some((text) => text.includes('METHOD:CANCEL'))).toBe(true);
    for (const { errors, text } of askLibical(messages))
      expect({ errors, text }).toEqual({ errors: 0, text: null });
  }, 120_000);

  it('libical finds fault with a message that lacks what its method asks for', () => {
    const [text = ''] = steps[0]?.messages ?? [];
    const lame = text.replace(/ORGANIZER;(?:[^\r\n]|\r\n[ \t])*\r\n/, '');
    expect(lame).not.toBe(text);
    expect(askLibical([lame])[0]?.errors).toBeGreaterThan(0);
  });

  it('leaves a calendar store with our database’s list after create, move, move again, cancel one, change text and cancel all', () => {
    const half = steps.slice(0, steps.length / 2);
    const shown = shownAfterEach(half.map((step) => step.messages));
    expect(half.map(({ name }, at) => ({ name, shown: shown[at] }))).toEqual(
      half.map(({ name, starts }) => ({ name, shown: starts })),
    );
    expect(half.map(({ messages }) => messages.length)).toEqual([1, 1, 1, 1, 2, 1, 3]);
  }, 180_000);
});
