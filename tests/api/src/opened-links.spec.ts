/** Links that programs open before anybody reads them, and links that were overtaken. */
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { aLearning } from '@flipside/learnings-api/builders';
import { aPerson } from '@flipside/people-api/builders';
import { actionLink, MailActions } from '@flipside/platform-api';
import { HealSession, MoveSession, SkipSession } from '@flipside/sessions-api';
import { aDelegation, aSession } from '@flipside/sessions-api/builders';
import {
  BASE,
  choicesOf,
  headingOf,
  linksIn,
  mailActionSetting,
  MONDAY,
} from './mail-action-setting.js';

const t = mailActionSetting();

/** Every row of every table: what anything could change. */
async function everything(): Promise<unknown> {
  const tables = await t.app.db.rows<{ name: string }>(
    `select quote_ident(table_schema) || '.' || quote_ident(table_name) as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema') order by 1`,
  );
  const parts = tables.map(
    ({ name }) =>
      `select '${name}' as name, count(*) as rows, md5(coalesce(string_agg(r::text, '|' order by r::text), '')) as text from ${name} r`,
  );
  return t.app.db.rows(`select * from (${parts.join(' union all ')}) parts order by name`);
}

/** A link of a kind whose mail is written by a job of its own. */
async function linkTo(name: string, subject: unknown, personId = t.helen): Promise<string> {
  const action = t.app.nest.get(MailActions).get(name);
  if (!action) throw new Error(`No action is called ${name}`);
  const link = { action, personId, subject, now: t.app.clock.now() };
  return (
    linksIn(await t.app.db.transaction((tx) => actionLink(tx, { baseUrl: BASE }, link)))[0] ?? ''
  );
}

/** Books, skips so many sessions as the executive, and lets the healing look after each. */
async function skipped(count: number): Promise<void> {
  await t.bookedByMail();
  for (const { id: sessionId } of (await t.sessionsOf()).slice(0, count)) {
    const skip = t.app.nest.get(SkipSession, { strict: false });
    expect((await skip.run(await t.viewer(t.helen), { sessionId })).ok).toBe(true);
    await t.app.nest.get(HealSession, { strict: false }).handle({ sessionId });
  }
}
const rhythmLinks = async () => {
  await skipped(2);
  return linksIn(await t.textOf(t.helen, 'rhythm_question'));
};

interface Kind {
  readonly name: string;
  /** The link as it stands in a mail. */
  readonly link: () => Promise<string>;
  /** What one press makes one of: $1 the pairing, $2 the executive. */
  readonly made: string;
}

const KINDS: readonly Kind[] = [
  {
    name: 'sessions.book',
    link: async () => (await t.offerLinks())[0] ?? '',
    made: 'select from series where pairing_id = $1',
  },
  {
    name: 'sessions.wait',
    link: async () => (await t.offerLinks()).at(-1) ?? '',
    made: `select from mail_message m join pairing p on p.champion_id = m.person_id where p.id = $1 and m.kind = 'waiting'`,
  },
  {
    name: 'sessions.change',
    link: () => t.bookedByMail(),
    made: `select from session_event e join session s on s.id = e.session_id where s.pairing_id = $1 and e.kind = 'moved'`,
  },
  {
    name: 'sessions.take',
    link: async () => {
      await skipped(1);
      return linksIn(await t.textOf(t.helen, 'held_times'))[0] ?? '';
    },
    made: `select from session_offer o join session s on s.offer_id = o.id and s.status = 'booked' where o.pairing_id = $1`,
  },
  {
    name: 'sessions.other-hour',
    link: async () => (await rhythmLinks())[0] ?? '',
    made: `select from rhythm_question where pairing_id = $1 and answer = 'other_hour'`,
  },
  {
    name: 'sessions.break',
    link: async () => (await rhythmLinks())[1] ?? '',
    made: `select from pairing where id = $1 and state = 'paused'`,
  },
  {
    name: 'sessions.end-delegation',
    link: async () => {
      const kim = await aPerson(t.app.db, { name: 'Kim Lee' });
      const { id } = await aDelegation(t.app.db, { principalId: t.helen, delegateId: kim.id });
      return linkTo('sessions.end-delegation', { delegationId: id });
    },
    made: `select from delegation where principal_id = $2 and valid_to <> 'infinity'`,
  },
  {
    name: 'learnings.confirm',
    link: async () => {
      const wish = { pairingId: t.pairingId, startsAt: '2027-01-11T06:00:00Z' };
      return linkTo('learnings.confirm', { sessionId: (await aSession(t.app.db, wish)).id });
    },
    made: `select from session_confirmation c join session s on s.id = c.session_id where s.pairing_id = $1`,
  },
  {
    name: 'learnings.practice',
    link: async () => {
      const wish = { pairingId: t.pairingId, createdAt: new Date('2026-12-01T09:00:00Z') };
      const { id } = await aLearning(t.app.db, wish);
      await t.app.db.rows(
        'insert into practice_check (learning_id, after_days, asked_at) values ($1, 30, $2)',
        [id, MONDAY],
      );
      return linkTo('learnings.practice', { learningId: id, afterDays: 30 });
    },
    made: `select from practice_check c join learning l on l.id = c.learning_id where l.pairing_id = $1 and c.answer is not null`,
  },
];

describe('a link', () => {
  it.each(KINDS)(
    '65. of the kind $name, opened by GET 20 times (scanner), changes nothing; POST once changes once',
    async ({ link, made }) => {
      const url = await link();
      const before = await everything();
      for (let n = 0; n < 20; n++)
        expect((await t.open(url, n % 5 ? 'GET' : 'HEAD')).status).toBe(200);
      expect(await everything()).toEqual(before);
      const count = async () =>
        (await t.app.db.rows(`select 1 from (${made}) made where $1 <> $2`, [t.pairingId, t.helen]))
          .length;
      const had = await count();
      const [choice = ''] = choicesOf((await t.open(url)).body);
      const key = randomUUID();
      await Promise.all([t.press(url, choice, key), t.press(url, choice, key)]);
      expect(await count()).toBe(had + 1);
      const after = await everything();
      expect((await t.press(url, choice)).body).toContain('This link has been used.');
      expect(await everything()).toEqual(after);
    },
    240_000,
  );

  it('is tried of every kind that there is', () => {
    const root = join(import.meta.dirname, '../../../libs');
    const names = readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((path) => /\/api\/src\/.*\.ts$/.test(path) && !path.includes('node_modules'))
      .map((path) => readFileSync(join(root, path), 'utf8'))
      .flatMap((text) => [...text.matchAll(/implements MailAction</g)]);
    expect(KINDS).toHaveLength(names.length);
  });
});

describe('66. a link of a moved session shows the new time', () => {
  const spanOf = (startsAt: Date): string => {
    const clock = (at: number) => new Date(at).toISOString().slice(11, 16).replace(/^0/, '');
    return `${clock(startsAt.getTime())}–${clock(startsAt.getTime() + 1_800_000)}`;
  };
  const dayWords = (at: Date): string =>
    at
      .toLocaleDateString('en-GB', { weekday: 'short', day: 'numeric', month: 'short' })
      .replace(',', '');

  it('moved by the link itself: it is used up, and tells how things stand', async () => {
    const link = await t.bookedByMail();
    const move = choicesOf((await t.open(link)).body)[0] ?? '';
    expect(headingOf((await t.press(link, move)).body)).toBe('Moved');
    const [session] = await t.sessionsOf();
    expect(session?.startsAt.toISOString()).toBe(move);
    const later = await t.open(link);
    expect(later.body).toContain(`It is ${dayWords(new Date(move))}, ${spanOf(new Date(move))}`);
    expect(choicesOf(later.body)).toEqual([]);
  });

  it('moved on the screen after the mail was sent: the new time, and the same to press as before', async () => {
    const link = await t.bookedByMail();
    const [session] = await t.sessionsOf();
    const was = session?.startsAt ?? new Date(NaN);
    const startsAt = new Date(choicesOf((await t.open(link)).body)[1] ?? '');
    const moved = await t.app.nest
      .get(MoveSession, { strict: false })
      .run(await t.viewer(t.helen), { sessionId: session?.id ?? '', startsAt });
    expect(moved.ok).toBe(true);
    const page = await t.open(link);
    expect(page.body).toContain(`It is ${dayWords(startsAt)}, ${spanOf(startsAt)}`);
    expect(page.body).not.toContain(`It is ${dayWords(was)}, ${spanOf(was)}`);
    expect(choicesOf(page.body)).toContain('skip');
    expect(headingOf((await t.press(link, 'skip')).body)).toBe('Skipped');
    expect((await t.sessionsOf()).find(({ id }) => id === session?.id)).toEqual({
      id: session?.id,
      status: 'skipped',
      startsAt,
    });
  });
});
