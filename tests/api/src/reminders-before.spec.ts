/** What is said before a session, and before a held time runs out: when, to whom, how much, and when no more. */
import { describe, expect, it } from '@jest/globals';
import { newId } from '@flipside/kernel';
import { aPerson } from '@flipside/people-api/builders';
import { AcceptOffer, ProposeTimes, SkipSession } from '@flipside/sessions-api';
import { aDelegation, aSession } from '@flipside/sessions-api/builders';
import { reminderSetting } from './reminders-setting.js';

const t = reminderSetting();

const onHelens = async (startsAt: string): Promise<string> =>
  (await aSession(t.app.db, { pairingId: t.pairingId, startsAt })).id;
const prepared = (sessionId: string) =>
  t.app.db.rows(
    `insert into session_preparation (session_id, task, decides_there, data_class, changed_by, changed_at)
     values ($1, '', true, 'public', $2, $3)`,
    [sessionId, t.priya, t.app.clock.now()],
  );
/** What a mail of one reminder says, without its links. */
const saidIn = (text = ''): string[] => text.split('\n\n').filter((each) => !each.includes('http'));

describe('the first session of a pairing', () => {
  it('is announced to its champion three working days before, once; the next one is not', async () => {
    await onHelens('2027-01-18T15:00:00Z');
    await onHelens('2027-01-19T15:00:00Z');
    await t.plan();
    for (const at of ['2027-01-13T09:59:00Z', '2027-01-13T10:00:00Z', '2027-01-13T11:00:00Z'])
      await t.send(at);
    expect(await t.subjects(t.priya)).toEqual([
      'Your first session with Helen Ward: Mon 18 Jan, 15:00',
    ]);
    await t.send('2027-01-14T10:00:00Z');
    expect(await t.subjects(t.priya)).toHaveLength(1);
    expect(await t.subjects(t.helen)).toEqual([]);
  });

  it('is not announced once it is called off', async () => {
    const id = await onHelens('2027-01-18T15:00:00Z');
    await t.plan();
    await t.app.nest
      .get(SkipSession, { strict: false })
      .run(await t.viewer(t.helen), { sessionId: id });
    await t.send('2027-01-13T10:00:00Z');
    expect(await t.subjects(t.priya)).toEqual([]);
  });
});

describe('a day before a session', () => {
  it('the champion has a task and the executive two lines; four hours before, one line if nothing stands there', async () => {
    await onHelens('2027-01-13T15:00:00Z');
    await t.plan();
    await t.send('2027-01-12T15:00:00Z');
    const [toPriya] = await t.mailsTo(t.priya);
    expect(toPriya?.subject).toBe('Prepare your session with Helen Ward: Wed 13 Jan, 15:00');
    expect(toPriya?.text).toMatch(/Open the preparation: http\S+\/sessions\/\S+\/prepare/);
    const [toHelen] = await t.mailsTo(t.helen);
    expect(saidIn(toHelen?.text)).toEqual([
      'Which task do you bring to Priya Nair? Wed 13 Jan, 15:00',
      'One real task from your desk is enough. You can also decide when you meet.',
      'What the two of you write there is not in this mail. Nobody else can read it.',
    ]);
    for (const at of ['2027-01-13T11:00:00Z', '2027-01-13T11:45:00Z']) await t.send(at);
    expect((await t.subjects(t.priya)).slice(1)).toEqual([
      'Nothing is planned yet for 15:00 with Helen Ward',
    ]);
  });

  it('is shorter for both once something is prepared, and nothing is asked for after that', async () => {
    const id = await onHelens('2027-01-13T15:00:00Z');
    await prepared(id);
    await t.plan();
    await t.send('2027-01-12T15:00:00Z');
    await t.send('2027-01-13T11:00:00Z');
    for (const [reader, other] of [
      [t.priya, 'Helen Ward'],
      [t.helen, 'Priya Nair'],
    ] as const) {
      const [mail, ...more] = (await t.mailsTo(reader)).filter(
        ({ subject }) => !subject.startsWith('Today'),
      );
      expect(more).toEqual([]);
      expect(mail?.subject).toBe(`Wed 13 Jan, 15:00: your session with ${other}`);
      expect(saidIn(mail?.text)[1]).toBe('The plan is on its page.');
    }
    const missing = (await t.remindersOf(t.priya)).find(
      ({ kind }) => kind === 'preparation_missing',
    );
    expect(missing?.state).toBe('done');
  });
});

describe('a held time that runs out', () => {
  /** Priya asks for another time on Monday morning; it is held until Wednesday 8:00. */
  async function asked(): Promise<{ kim: string; heldId: string }> {
    const kim = (await aPerson(t.app.db, { name: 'Kim Lee', timeZone: 'Europe/London' })).id;
    await aDelegation(t.app.db, { principalId: t.helen, delegateId: kim });
    const sessionId = await onHelens('2027-01-20T15:00:00Z');
    const proposed = await t.app.nest
      .get(ProposeTimes, { strict: false })
      .run(await t.viewer(t.priya), {
        sessionId,
        starts: [new Date('2027-01-21T11:00:00Z'), new Date('2027-01-21T14:00:00Z')],
        idempotencyKey: newId(),
      });
    expect(proposed.ok).toBe(true);
    const held = await t.app.db.one<{ id: string }>(
      `select id from session where pairing_id = $1 and status = 'offered' order by starts_at limit 1`,
      [t.pairingId],
    );
    return { kim, heldId: held?.id ?? '' };
  }
  const told = async (personId: string) =>
    (await t.subjects(personId)).filter((each) => each.startsWith('Held until'));

  it('is told once, twelve hours before, to whoever has to answer and who looks after them', async () => {
    const { kim } = await asked();
    await t.send('2027-01-12T19:55:00Z');
    expect(await told(t.helen)).toEqual([]);
    // Twelve hours before is 20:00, when it is quiet: the first moment after the night, an hour before the end.
    for (const at of ['2027-01-13T06:59:00Z', '2027-01-13T07:00:00Z', '2027-01-13T07:40:00Z'])
      await t.send(at);
    expect(await told(t.helen)).toEqual(['Held until 8:00: your time with Priya Nair']);
    // To whoever looks after the executive it is no time of theirs.
    expect(await told(kim)).toEqual(['Held until 8:00: a time of Helen Ward and Priya Nair']);
    expect(await told(t.priya)).toEqual([]);
  });

  it('is not told once it is answered', async () => {
    const { heldId } = await asked();
    const taken = await t.app.nest
      .get(AcceptOffer, { strict: false })
      .run(await t.viewer(t.helen), { sessionId: heldId });
    expect(taken.ok).toBe(true);
    await t.send('2027-01-13T07:00:00Z');
    expect(await told(t.helen)).toEqual([]);
  });
});
