/** Once a week, on the day that they chose, assistants hear of the week of everybody they look after. */
import { beforeEach, describe, expect, it } from '@jest/globals';
import { anExecutive, aPairing } from '@flipside/pairings-api/builders';
import { aPerson } from '@flipside/people-api/builders';
import { MailPolicies } from '@flipside/platform-api';
import { HealSession, SkipSession } from '@flipside/sessions-api';
import { aDelegation, aSession } from '@flipside/sessions-api/builders';
import { choicesOf, headingOf, linksIn, pressAt } from './mail-action-setting.js';
import { reminderSetting } from './reminders-setting.js';

const t = reminderSetting();
const FRIDAY_BEFORE = '2027-01-08T17:00:00Z';

let kim: string;
beforeEach(async () => {
  kim = (await aPerson(t.app.db, { name: 'Kim Lee', timeZone: 'Europe/London' })).id;
  await aDelegation(t.app.db, { principalId: t.helen, delegateId: kim });
  t.app.clock.set(FRIDAY_BEFORE);
});

/** A session of Omar Haddad, whom Kim looks after as well. */
async function ofOmar(startsAt: string): Promise<string> {
  const person = { name: 'Omar Haddad', timeZone: 'Europe/London' };
  const omar = await anExecutive(t.app.db, { person });
  await aDelegation(t.app.db, { principalId: omar.id, delegateId: kim });
  const { id } = await aPairing(t.app.db, {
    executiveId: omar.id,
    championId: t.priya,
    state: 'active',
  });
  return (await aSession(t.app.db, { pairingId: id, startsAt })).id;
}
const ofHelen = async (startsAt: string): Promise<string> =>
  (await aSession(t.app.db, { pairingId: t.pairingId, startsAt })).id;

/** Every five minutes of a morning, as the worker looks. */
async function morning(day: string): Promise<void> {
  for (const at of ['07:25', '07:30', '07:35', '08:00', '08:05']) await t.send(`${day}T${at}:00Z`);
}

describe('the week ahead', () => {
  it('is one mail on Monday morning over all executives, in the order of the sessions, with what was noticed', async () => {
    const friday = await ofHelen('2027-01-15T15:00:00Z');
    await ofOmar('2027-01-13T11:00:00Z');
    await ofHelen('2027-01-25T15:00:00Z');
    await t.app.db.rows(
      `update session set attention = '{calendar_conflict}' where id = $1 returning id`,
      [friday],
    );
    await t.plan();
    await morning('2027-01-11');
    await morning('2027-01-12');
    const [mail, ...more] = await t.mailsTo(kim);
    expect(more).toEqual([]);
    expect(mail?.subject).toBe(
      'The week ahead: Wed 13 Jan, 11:00, Omar Haddad and Priya Nair – and 1 more',
    );
    expect(mail?.text.match(/^The week ahead: .*/gm)).toEqual([
      'The week ahead: Wed 13 Jan, 11:00, Omar Haddad and Priya Nair',
      'The week ahead: Fri 15 Jan, 15:00, Helen Ward and Priya Nair',
    ]);
    expect(mail?.text).toContain('Fri 15 Jan, 15:00–15:30 (London, UTC).');
    expect(mail?.text).toContain('A connected calendar shows something else at this time.');
    expect(await t.mailsTo(t.helen)).toEqual([]);
  });

  it('moves a session from the mail, for the executive', async () => {
    const id = await ofHelen('2027-01-15T15:00:00Z');
    await t.plan();
    await morning('2027-01-11');
    const [mail] = await t.mailsTo(kim);
    const [link = ''] = linksIn(mail?.text ?? '');
    const [move = ''] = choicesOf((await t.app.inject({ method: 'GET', url: link })).body);
    expect(headingOf((await pressAt(t.app, link, move)).body)).toBe('Moved');
    const moved = await t.app.db.one<{ at: Date; actor: string; behalf: string }>(
      `select s.starts_at as at, e.actor_id as actor, e.on_behalf_of as behalf
       from session s join session_event e on e.session_id = s.id and e.kind = 'moved' where s.id = $1`,
      [id],
    );
    expect(moved).toEqual({ at: new Date(move), actor: kim, behalf: t.helen });
  });

  it('has times that are held, once for an offer, to take from the mail', async () => {
    const id = await ofHelen('2027-01-11T11:00:00Z');
    t.app.clock.set('2027-01-10T20:00:00Z');
    const skip = t.app.nest.get(SkipSession, { strict: false });
    expect((await skip.run(await t.viewer(t.helen), { sessionId: id })).ok).toBe(true);
    await t.app.db.rows(`update pairing set anchor_on = '2027-01-11' where id = $1 returning id`, [
      t.pairingId,
    ]);
    await t.app.nest.get(HealSession, { strict: false }).handle({ sessionId: id });
    await morning('2027-01-11');
    const [mail, ...more] = (await t.mailsTo(kim)).filter(({ text }) =>
      text.includes('Held in the'),
    );
    expect(more).toEqual([]);
    expect(mail?.text).toMatch(
      /^Held in the week ahead: \w+ 1\d Jan, \d+:\d\d, Helen Ward and Priya Nair$/m,
    );
    expect(mail?.text).toMatch(
      /It waits for an answer of Helen Ward until \w+ 1\d Jan, \d+:\d\d\./,
    );
    const link = /Take this time: \S+(\/a\/[\w-]{43})/.exec(mail?.text ?? '')?.[1] ?? '';
    const [take = ''] = choicesOf((await t.app.inject({ method: 'GET', url: link })).body);
    expect(headingOf((await pressAt(t.app, link, take)).body)).toBe('Booked');
  });

  it('and the reminder that a held time runs out say it once where they come in one mail, with its end, as a time of the two', async () => {
    const id = await ofHelen('2027-01-11T11:00:00Z');
    await ofOmar('2027-01-13T11:00:00Z');
    // Held until a day before it: on Monday morning a few hours are left.
    t.app.clock.set('2027-01-09T19:30:00Z');
    const skip = t.app.nest.get(SkipSession, { strict: false });
    expect((await skip.run(await t.viewer(t.helen), { sessionId: id })).ok).toBe(true);
    await t.app.db.rows(`update pairing set anchor_on = '2027-01-11' where id = $1 returning id`, [
      t.pairingId,
    ]);
    await t.app.nest.get(HealSession, { strict: false }).handle({ sessionId: id });
    await t.plan();
    await t.send('2027-01-11T07:31:00Z');
    const [mail, ...more] = await t.mailsTo(kim);
    expect(more).toEqual([]);
    const headings = mail?.text.match(/^(The week ahead|Held).*$/gm);
    expect(headings).toEqual([
      'Held until 11:00: a time of Helen Ward and Priya Nair',
      'The week ahead: Wed 13 Jan, 11:00, Omar Haddad and Priya Nair',
    ]);
    expect(mail?.text.match(/Take this time: /g)).toHaveLength(1);
    expect(mail?.text).toContain('and their next session stays.');
  });

  it('says nothing of what was moved away or called off before, and comes not at all for an empty week', async () => {
    const id = await ofHelen('2027-01-15T15:00:00Z');
    await t.plan();
    await t.app.nest
      .get(SkipSession, { strict: false })
      .run(await t.viewer(t.helen), { sessionId: id });
    await morning('2027-01-11');
    expect(await t.mailsTo(kim)).toEqual([]);
  });

  it('comes together with the morning of a session, never twice within half an hour', async () => {
    await ofHelen('2027-01-11T15:00:00Z');
    await ofOmar('2027-01-14T11:00:00Z');
    await t.plan();
    await morning('2027-01-11');
    expect((await t.mailsTo(kim)).map(({ subject }) => subject)).toEqual([
      'Today at 15:00: Helen Ward and Priya Nair – and 1 more',
    ]);
  });
});

describe('the day of it', () => {
  const CHOOSE = `mutation ($input: ChooseMailsInput!) { chooseMails(input: $input) {
    ... on MailChoicesPayload { choices { weekOn } } ... on PeopleRefusal { code field } } }`;
  const HOURS = { quietFromMinute: 1200, quietToMinute: 420, digestAtMinute: 450 };
  const choose = async (more: object, as = kim) =>
    (await t.app.gql(CHOOSE, { input: { topics: [], ...HOURS, ...more } }, { as })).data?.[
      'chooseMails'
    ];

  it('is chosen by the assistant, stays when hours change, and moves what waits', async () => {
    await ofHelen('2027-01-15T15:00:00Z');
    await t.plan();
    expect(await choose({ weekOn: 3 })).toEqual({ choices: { weekOn: 3 } });
    expect(await choose({ digestAtMinute: 480 })).toEqual({ choices: { weekOn: 3 } });
    await t.app.drain();
    await morning('2027-01-11');
    expect(await t.mailsTo(kim)).toEqual([]);
    await morning('2027-01-13');
    expect((await t.subjects(kim)).map((each) => each.slice(0, 14))).toEqual(['The week ahead']);
  });

  it('is a day of the week, and asked of nobody else', async () => {
    for (const weekOn of [0, 8])
      expect(await choose({ weekOn })).toMatchObject({ code: 'MAIL_HOURS_OUT_OF_RANGE' });
    expect(await choose({}, t.helen)).toEqual({ choices: { weekOn: null } });
  });

  it('stands on the page behind the foot of the mail as well, which works without script', async () => {
    const mail = { kind: 'reminder', topics: ['week_ahead'], personId: kim };
    const url = new URL(t.app.nest.get(MailPolicies).current?.footOf(mail).href ?? '').pathname;
    const page = await t.app.inject({ method: 'GET', url });
    const field = 'The week ahead comes on<select name="weekOn">';
    expect(page.body).toContain(`${field}<option value="1" selected>Monday</option>`);
    const form = {
      quietFromMinute: '1200',
      quietToMinute: '420',
      digestAtMinute: '450',
      weekOn: '2',
      'topic:week_ahead': 'now',
    };
    const saved = await t.app.inject({
      method: 'POST',
      url,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(form).toString(),
    });
    expect(saved.body).toContain('<option value="2" selected>Tuesday</option>');
  });

  it('can be silenced, and is then not planned at all', async () => {
    await ofHelen('2027-01-15T15:00:00Z');
    await t.plan();
    await choose({ topics: [{ id: 'week_ahead', delivery: 'NEVER' }] });
    await t.app.drain();
    await morning('2027-01-11');
    expect(await t.mailsTo(kim)).toEqual([]);
    const waiting = (await t.remindersOf(kim)).filter(
      ({ kind, state }) => kind === 'week_ahead' && state === 'waiting',
    );
    expect(waiting).toEqual([]);
  });
});
