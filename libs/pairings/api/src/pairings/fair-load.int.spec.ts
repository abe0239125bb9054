import { afterAll, beforeAll, expect, it } from '@jest/globals';
import {
  AnswerHelp,
  AskForHelp,
  AssignHelp,
  ChangeOfficeHour,
  OfferOfficeHour,
} from '@flipside/champions-api';
import { aChampion } from '@flipside/champions-api/builders';
import { addDays, newId } from '@flipside/kernel';
import { ReportingLineReader } from '@flipside/people-api';
import { anHrLead, aPerson } from '@flipside/people-api/builders';
import type { Role, Viewer } from '@flipside/platform-api';
import { fixedClock, specVault, testDatabase, type TestDatabase } from '@flipside/testing';
import fc from 'fast-check';
import { aPairing, aProposal, aRound } from '../builders.js';
import { MatchingPeopleReader } from '../rounds/matching-people.reader.js';
import { PublishRound } from '../rounds/publish-round.js';
import { AcceptPairing } from './accept-pairing.js';
import { AgreePairing } from './agree-pairing.js';

const today = '2026-03-10';
const clock = fixedClock(new Date(`${today}T12:00:00Z`));
const config = { baseUrl: 'https://coaching.test' };
let database: TestDatabase;
let hr: Viewer;

const viewerOf = (id: string, ...roles: Role[]): Viewer => ({
  personId: id,
  name: 'Somebody',
  email: null,
  roles: new Set<Role>(['EMPLOYEE', ...roles]),
  timeZone: 'UTC',
});

beforeAll(async () => {
  database = await testDatabase();
  hr = viewerOf((await anHrLead(database.db)).id, 'HR_LEAD');
});
afterAll(() => database.close());

const ACTS = [
  'ask',
  'take',
  'pass',
  'assign',
  'force',
  'offer',
  'offerOver',
  'callOff',
  'rest',
  'lower',
  'pair',
  'publish',
  'rhythm',
  'end',
] as const;
const step = fc.record({
  act: fc.constantFrom(...ACTS),
  kind: fc.constantFrom('help', 'demo', 'panel', 'review', 'onboarding', 'judging'),
  who: fc.nat(1),
  day: fc.integer({ min: 1, max: 60 }),
  minutes: fc.constantFrom(30, 60, 120, 240),
});

/** Sums per window of 28 days, straight from the tables: asks that are certain and have no override on record. */
const FULLEST = `
  select c.person_id as id, c.agreed_hours * 60 as agreed, coalesce(max(w.minutes), 0)::int as peak
  from champion c
  left join lateral (
    select sum(a.minutes) as minutes
    from generate_series($2::date - 30, $2::date + 100, interval '1 day') s
    join champion_ask a on a.champion_id = c.person_id and a.from_day < s::date + 28 and a.to_day > s::date
      and a.is_firm and not exists (select 1 from capacity_override o where o.ask_id = a.ask_id)
    group by s
  ) w on true
  where c.person_id = any ($1::uuid[])
  group by c.person_id`;

/** A round whose one proposal is accepted, published by way of matching; both of the pairing then say yes. */
async function publishPairWith(champion: Viewer): Promise<void> {
  const { db } = database;
  const round = await aRound(db, { state: 'review' });
  await aProposal(db, {
    roundId: round.id,
    championId: champion.personId,
    decision: 'accepted',
  });
  const people = new MatchingPeopleReader(db, new ReportingLineReader(db), clock);
  const publish = new PublishRound(db, people, clock, config);
  const held = await publish.run(hr, { roundId: round.id, version: 1, key: newId() });
  if (!held.ok) return;
  await publish.sendNow(hr, { roundId: round.id });
  await publish.handle({ roundId: round.id });
  const pairing = await db.one<{ id: string }>(
    `update pairing set executive_answer = 'yes' where round_id = $1 returning id`,
    [round.id],
  );
  if (pairing) await new AcceptPairing(db, clock, config).run(champion, { pairingId: pairing.id });
}

it('takes nobody beyond what they agreed to without a reason on record, whatever is done in whatever order', async () => {
  const { db } = database;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 24 }), async (steps) => {
      const topic = newId();
      const champions: Viewer[] = [];
      for (const agreedHours of [3, 6]) {
        const { id } = await aChampion(db, { skills: [topic], agreedHours, capacity: 9 });
        champions.push(viewerOf(id, 'CHAMPION'));
      }
      const ids = champions.map(({ personId }) => personId);
      const asker = viewerOf((await aPerson(db)).id);
      const one = (sql: string) => db.one<{ id: string }>(`${sql} limit 1`, [ids]);
      const before = new Map<string, number>();
      for (const { act, who, day, minutes, kind } of steps) {
        const champion = champions[who] as Viewer;
        const onDay = addDays(today, day);
        if (act === 'ask') {
          const wish = {
            kind,
            topic: topic.slice(0, 60),
            text: 'Please.',
            minutes,
            onDay,
          };
          await new AskForHelp(db, clock, config).run(asker, { ...wish, key: newId() });
        } else if (act === 'take' || act === 'pass') {
          const asked = await db.one<{ id: string }>(
            `select id from help_request where champion_id = $1 and state = 'asked' limit 1`,
            [champion.personId],
          );
          if (!asked) continue;
          const answer = { requestId: asked.id, answer: act, pauseWeeks: 0 } as const;
          await new AnswerHelp(db, clock, config).run(champion, answer);
        } else if (act === 'assign' || act === 'force') {
          const open = await db.one<{ id: string }>(
            `select id from help_request where asker_id = $1 and state = 'open' limit 1`,
            [asker.personId],
          );
          if (!open) continue;
          const overrideReason = act === 'force' ? 'It has to be.' : null;
          const input = { requestId: open.id, championId: champion.personId, overrideReason };
          await new AssignHelp(db, clock, config).run(hr, input);
        } else if (act === 'offer' || act === 'offerOver') {
          await new OfferOfficeHour(db, clock).run(champion, {
            overrideReason: act === 'offerOver' ? 'I want to.' : null,
            topic: 'Prompts',
            place: 'Room 4',
            startsAt: new Date(`${onDay}T09:00:00Z`),
            minutes,
            places: null,
            key: newId(),
          });
        } else if (act === 'callOff') {
          const hour = await one(
            'select id from office_hour where champion_id = any ($1::uuid[]) and called_off_at is null',
          );
          if (hour)
            await new ChangeOfficeHour(db, clock, config)
              .callOff(champion, { officeHourId: hour.id })
              .catch(() => null);
        } else if (act === 'rest') {
          await db.rows(
            `insert into champion_rest_week (person_id, week_on)
             values ($1, date_trunc('week', $2::date)::date) on conflict do nothing`,
            [champion.personId, onDay],
          );
        } else if (act === 'lower') {
          await db.rows('update champion set agreed_hours = 2 where person_id = $1', [
            champion.personId,
          ]);
        } else if (act === 'publish') {
          await publishPairWith(champion);
        } else if (act === 'pair') {
          const pairing = await aPairing(db, {
            championId: champion.personId,
            state: 'proposed',
            executiveAnswer: 'yes',
          });
          await new AcceptPairing(db, clock, config).run(champion, { pairingId: pairing.id });
        } else {
          const pairing = await db.one<{ id: string; executiveId: string }>(
            `select id, executive_id as "executiveId" from pairing where champion_id = $1 and state in ('proposed', 'accepted') limit 1`,
            [champion.personId],
          );
          if (!pairing) continue;
          if (act === 'rhythm') {
            const wish = { pairingId: pairing.id, goal: '', cadenceDays: 7, sessionMinutes: 60 };
            // Whoever has said yes may still change what they said it to.
            const executive = { ...champion, personId: pairing.executiveId };
            await new AgreePairing(db, clock, specVault).run(executive, wish);
          } else {
            await db.rows(`update pairing set state = 'ended_early', ended_at = $2 where id = $1`, [
              pairing.id,
              clock.now(),
            ]);
          }
        }
        const fullest = await db.rows<{ id: string; agreed: number; peak: number }>(FULLEST, [
          ids,
          today,
        ]);
        for (const { id, agreed, peak } of fullest) {
          // Whoever agrees to less keeps what is asked already, and nothing is added.
          expect([act, peak <= Math.max(agreed, before.get(id) ?? 0)]).toEqual([act, true]);
          before.set(id, peak);
        }
      }
    }),
    { numRuns: 25 },
  );
  const matched = `select from pairing where round_id is not null and state = 'accepted' limit 1`;
  expect(await db.rows(matched)).toHaveLength(1);
}, 1_200_000);
