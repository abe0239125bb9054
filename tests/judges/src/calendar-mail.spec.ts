/**
 * Every message of a series' life, as the server writes it for an executive's mailbox: libical's tables
 * accept each, and a calendar store that takes them in shows the list that our database holds.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { jobHandlers } from '@flipside/app-api';
import { newId } from '@flipside/kernel';
import { pairingEnded } from '@flipside/pairings-api';
import { drainJobs, enqueue } from '@flipside/platform-api';
import {
  AcceptOffer,
  BookSeries,
  CancelSession,
  HealSession,
  MoveFollowing,
  MoveSession,
  RestoreSession,
  SetMeetingLink,
  SkipSession,
} from '@flipside/sessions-api';
import { calendarText } from '@flipside/sessions-domain';
import {
  CalendarLife,
  kindOf,
  mailingServer,
  type MailingServer,
  type Step,
} from './calendar-life.js';
import { shownAfterEach } from './calendar-store.js';
import { askLibical } from './libical.js';

let server: MailingServer;

beforeAll(async () => {
  server = await mailingServer();
}, 60_000);
afterAll(() => server.close());

const book = (life: CalendarLife) =>
  server.app.get(BookSeries).run(life.executive, {
    pairingId: life.pairingId,
    localStart: '2027-01-12T10:00',
    idempotencyKey: newId(),
  });

async function end({ pairingId }: CalendarLife): Promise<void> {
  const { test, app, clock } = server;
  await test.db.rows(`update pairing set state = 'ended_early', ended_at = $2 where id = $1`, [
    pairingId,
    clock.now(),
  ]);
  await test.db.transaction((tx) => enqueue(tx, pairingEnded, { pairingId }));
  await drainJobs(test.url, jobHandlers(app));
}

/** Moves, leaves out and says again, and ends when two sessions have begun. */
async function cutShort(executiveName: string): Promise<Step[]> {
  const { app, clock } = server;
  const life = await CalendarLife.begin(server, executiveName);
  await life.done(book(life), 'create');
  const ids = await life.sessions();
  const move = (at: number, to: string) =>
    app.get(MoveSession).run(life.executive, { sessionId: ids[at] ?? '', startsAt: new Date(to) });
  await life.done(move(1, '2027-01-27T11:00:00Z'), 'move');
  await life.done(move(1, '2027-01-28T14:00:00Z'), 'move again');
  await life.done(
    app.get(SkipSession).run(life.executive, { sessionId: ids[2] ?? '' }),
    'cancel one',
  );
  await life.done(
    app.get(SetMeetingLink).run(life.executive, {
      sessionId: ids[3] ?? '',
      meetingLink: 'https://meet.example.com/ana',
    }),
    'change text',
  );
  await life.done(move(3, '2027-02-24T15:00:00Z'), 'move after the text');
  // Two sessions have begun: the rule is shortened, and the date that moved beyond the cut is cancelled.
  clock.set('2027-02-01T08:00:00Z');
  await end(life);
  await life.note('cancel all');
  return life.steps;
}

/** Restores, is answered by a calendar program, gets a make-up and another hour, and ends before anything took place. */
async function answered(executiveName: string): Promise<Step[]> {
  const { app } = server;
  const life = await CalendarLife.begin(server, executiveName);
  await life.done(book(life), 'create', 1);
  const [, second = '', third = '', fourth = '', fifth = ''] = await life.sessions();
  const skip = (sessionId: string) => app.get(SkipSession).run(life.executive, { sessionId });
  const accept = async (who: typeof life.executive) => {
    const [sessionId = ''] = await life.sessions('offered');
    return app.get(AcceptOffer).run(who, { sessionId });
  };
  await life.done(skip(second), 'cancel one', 1);
  await life.done(app.get(RestoreSession).run(life.executive, { sessionId: second }), 'restore', 1);
  const counter = { recurrence: '20270209T100000', start: '2027-02-10T11:00:00Z' };
  expect(await life.calendarSends('COUNTER', counter)).toBe('proposed');
  await life.note('counter');
  await life.done(accept(life.champion), 'counter accepted', 1);
  const no = { recurrence: '20270223T100000', answer: 'DECLINED' };
  expect(await life.calendarSends('REPLY', no)).toBe('answered');
  await app.get(HealSession).handle({ sessionId: fourth });
  await life.note('decline');
  await life.done(accept(life.executive), 'another time taken after the decline', 1);
  await life.done(skip(second), 'cancel the restored one', 1);
  await app.get(HealSession).handle({ sessionId: second });
  await life.done(accept(life.executive), 'make-up', 1);
  expect(await life.calendarSends('REFRESH')).toBe('restated');
  await life.note('refresh');
  await life.done(
    app.get(MoveFollowing).run(life.executive, {
      sessionId: fifth,
      startsAt: new Date('2027-03-11T14:00:00Z'),
      keepsMoved: false,
      idempotencyKey: newId(),
    }),
    'split',
    1,
  );
  await life.done(
    app.get(CancelSession).run(life.executive, { sessionId: third }),
    'cancel one that moved',
    1,
  );
  await end(life);
  await life.note('cancel every series');
  return life.steps;
}

const kindsOf = (steps: readonly Step[]) =>
  Object.fromEntries(steps.map(({ name, messages }) => [name, messages.map(kindOf)]));

describe('calendar mail', () => {
  let strange: Step[];
  let cut: Step[];
  let other: Step[];
  beforeAll(async () => {
    strange = await cutShort('Ward, "Helen"; 李小龍 👩🏽‍💻');
    cut = await cutShort('Helen Ward');
    other = await answered('Helen Ward');
  }, 180_000);

  it('is of every kind that the product writes', () => {
    expect(kindsOf(cut)).toEqual({
      create: ['REQUEST all'],
      move: ['REQUEST one'],
      'move again': ['REQUEST one'],
      'cancel one': ['CANCEL one'],
      'change text': ['REQUEST all', 'REQUEST one'],
      'move after the text': ['REQUEST one'],
      'cancel all': ['REQUEST all', 'REQUEST one', 'CANCEL one'],
    });
    expect(kindsOf(other)).toEqual({
      create: ['REQUEST all'],
      'cancel one': ['CANCEL one'],
      restore: ['REQUEST one'],
      counter: [],
      'counter accepted': ['REQUEST one'],
      decline: [],
      'another time taken after the decline': ['REQUEST one'],
      'cancel the restored one': ['CANCEL one'],
      'make-up': ['REQUEST single'],
      refresh: ['REQUEST all', 'REQUEST one', 'REQUEST one'],
      // The old series is cut and its moved dates are said again; then the new one.
      split: ['REQUEST all', 'REQUEST one', 'REQUEST one', 'REQUEST all'],
      'cancel one that moved': ['CANCEL one'],
      'cancel every series': ['CANCEL all', 'CANCEL all', 'CANCEL all'],
    });
  });

  it('54. passes libical’s restriction check, every REQUEST and CANCEL, with zero error properties', () => {
    const messages = [...strange, ...cut, ...other].flatMap((step) => step.messages);
    expect(messages.length).toBeGreaterThanOrEqual(30);
    const answers = askLibical(messages);
    expect(answers).toHaveLength(messages.length);
    for (const { errors, text } of answers)
      expect({ errors, text }).toEqual({ errors: 0, text: null });
  }, 120_000);

  it('passes it with the no to another time, for a series of any language', () => {
    const text = calendarText({
      method: 'DECLINECOUNTER',
      uid: '3f0c@coach.example.com',
      sequence: 0,
      stampedAt: new Date('2027-01-11T08:00:00Z'),
      zone: 'Europe/Berlin',
      localStart: '2027-03-16T09:00',
      minutes: 30,
      recurrenceLocal: '2027-03-16T09:00',
      rule: null,
      exceptLocal: [],
      summary: '',
      description: 'Wed 17 Mar, 3:00 does not work; 李小龍 works from 9:00.',
      meetingLink: null,
      organizer: { name: 'AI coaching', email: 'coaching@example.com' },
      attendees: [],
      isPrivate: true,
    });
    expect(askLibical([text])).toMatchObject([{ errors: 0, text: null }]);
  }, 60_000);

  it('libical finds fault with a message that lacks what its method asks for', () => {
    const [text = ''] = cut[0]?.messages ?? [];
    const lame = text.replace(/ORGANIZER;(?:[^\r\n]|\r\n[ \t])*\r\n/, '');
    expect(lame).not.toBe(text);
    expect(askLibical([lame])[0]?.errors).toBeGreaterThan(0);
  });

  it.each([
    ['55 and 56. create, move, move again, cancel one, change text and cancel all', () => cut],
    ['restore, counter, decline, make-up, refresh, split and cancel every series', () => other],
  ])(
    'leaves a calendar store with our database’s list after each of %s',
    (_, story) => {
      const steps = story();
      const shown = shownAfterEach(steps.map((step) => step.messages));
      expect(steps.map(({ name }, at) => ({ name, shown: shown[at] }))).toEqual(
        steps.map(({ name, starts }) => ({ name, shown: starts })),
      );
      expect(new Set(steps.map(({ starts }) => starts.join())).size).toBeGreaterThan(5);
      expect(steps.at(0)?.starts).toHaveLength(6);
    },
    180_000,
  );
});
