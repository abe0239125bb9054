/** The demonstration company tells one story: nothing in it happens before what it follows from, and everything fits. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ChangeRecipes } from '@flipside/learnings-api';
import { seedIfEmpty } from '@flipside/app-api';
import { testApp, type TestApp } from './test-app.js';

/** What is said of the rows, the rows that are looked at, and which of them would be wrong. `now` is the spec's. */
type Check = readonly [sentence: string, from: string, wrong: string];

const ROLE = `lateral (select min(valid_from) as since, bool_or(c.state = 'active' and c.valid_from <= r.day and c.valid_to > r.day) as held
  from champion_period c where c.person_id = r.champion_id)`;
const PAIRED = `pairing p join session s on s.pairing_id = p.id`;
/** First day of whoever has the row's role, of `person_id`. */
const SINCE = `(select min(c.valid_from) from champion_period c where c.person_id = x.person_id)`;

const people: Check[] = [
  [
    'nobody works somewhere before the first day or after the last one',
    'employment e join person p on p.id = e.person_id',
    'e.valid_from < p.hire_on or e.valid_to > coalesce(p.leave_on + 1, e.valid_to)',
  ],
  [
    'nobody reports to somebody who was not there yet, or has left',
    'employment e join person m on m.id = e.manager_id',
    `e.valid_from < m.hire_on or (e.valid_to = 'infinity' and m.leave_on < now::date)`,
  ],
  [
    'nobody is in two places at once',
    'employment a join employment b on b.person_id = a.person_id',
    'a.valid_from < b.valid_from and a.valid_to > b.valid_from',
  ],
  [
    'nobody works in a unit that was not there yet',
    'employment e join lateral (select min(o.valid_from) as since from org_unit_placement o where o.org_unit_id = e.org_unit_id) u on true',
    'u.since is null or e.valid_from < u.since',
  ],
  [
    'everybody speaks a language of their site, and their address is made of their name',
    'person p join employment e on e.person_id = p.id join location l on l.id = e.location_id',
    `not p.languages && case l.country when 'DE' then '{de,en}' when 'JP' then '{ja,en}' else '{en}' end::text[]
     or split_part(p.email, '@', 2) <> 'norden-werke.example' or strpos(split_part(p.email, '@', 1), '.') = 0`,
  ],
  [
    'every site has the zone of its country',
    'location l',
    `l.time_zone <> case l.country when 'DE' then 'Europe/Berlin' when 'GB' then 'Europe/London' when 'CA' then 'America/Toronto'
       when 'IN' then 'Asia/Kolkata' when 'JP' then 'Asia/Tokyo' end`,
  ],
];

const champions: Check[] = [
  [
    'nobody is a champion before the first day at work or after leaving',
    'champion_period c join person p on p.id = c.person_id',
    'c.valid_from < p.hire_on or c.valid_from > p.leave_on',
  ],
  [
    'no profile, section, certificate, act or tie of a champion is older than the role',
    `(select person_id, profile_confirmed_on as day from champion
      union all select person_id, confirmed_on from champion_section
      union all select person_id, certified_on from champion_certification
      union all select person_id, on_day from champion_act
      union all select person_id, at::date from champion_tie) x`,
    `x.day < ${SINCE} or x.day > now::date`,
  ],
  [
    'nobody is asked for help before they were a champion',
    'help_request h join champion_period x on x.person_id = h.champion_id',
    `h.created_at::date < ${SINCE} or h.closed_at < h.created_at or h.asker_id = h.champion_id`,
  ],
  [
    'no nomination is decided before it was made, or made by or for somebody who was not there',
    'nomination n join person p on p.id in (n.nominee_id, n.nominator_id)',
    `n.stage_since < n.created_at or n.closed_at < n.created_at or n.stage_since > now
     or p.hire_on > n.created_at::date or p.leave_on < n.created_at::date`,
  ],
  [
    'nobody is nominated while being a champion, and self-nominations alone are by the nominee',
    'nomination n left join champion_period c on c.person_id = n.nominee_id',
    `(n.source = 'self') <> (n.nominator_id = n.nominee_id) or c.valid_from < n.created_at::date`,
  ],
  [
    'the steps of a nomination follow each other on working days, up to its stage',
    `(select e.*, n.stage, n.created_at, n.stage_since, lag(e.to_stage) over steps as before, lead(e.to_stage) over steps as after,
        lag(e.at) over steps as before_at from nomination_event e join nomination n on n.id = e.nomination_id
      window steps as (partition by e.nomination_id order by e.at, e.from_stage is not null)) e`,
    `e.from_stage is distinct from e.before or e.at < e.before_at or extract(isodow from e.at) > 5
     or (e.before is null and e.at <> e.created_at) or (e.after is null and (e.to_stage <> e.stage or e.at <> e.stage_since))`,
  ],
  [
    'nobody goes on without having said yes, and nobody counts as interviewed without a record',
    `nomination_event e join nomination n on n.id = e.nomination_id left join nomination_interview i on i.nomination_id = n.id`,
    `(e.to_stage in ('screened', 'interviewed', 'approved') and n.nominee_answer <> 'yes')
     or (e.to_stage = 'interviewed' and i.held_on is distinct from e.at::date)`,
  ],
];

const pairings: Check[] = [
  [
    'no pairing is proposed before its champion took the role, or goes on without it',
    `(select id, champion_id, proposed_at::date as day from pairing union all
      select id, champion_id, coalesce(ended_at, $1)::date from pairing) r join ${ROLE} role on true`,
    'not coalesce(role.held, false)',
  ],
  [
    'no pairing begins before both were there and the executive took part, or goes on after one of them left',
    'pairing p join person x on x.id in (p.executive_id, p.champion_id) join executive e on e.person_id = p.executive_id',
    'p.proposed_at::date < x.hire_on or p.proposed_at::date < e.enrolled_on or x.leave_on < coalesce(p.ended_at, now)::date',
  ],
  [
    'a pairing is proposed, accepted, met and ended in this order',
    'pairing p',
    `p.accepted_at < p.proposed_at or p.ended_at < p.accepted_at or p.anchor_on < p.accepted_at::date or p.proposed_at > now
     or p.accepted_at > now or p.ended_at > now`,
  ],
  [
    'what happened to a pairing happened between its proposal and its end',
    'pairing_event e join pairing p on p.id = e.pairing_id',
    'e.at < p.proposed_at or e.at > coalesce(p.ended_at, now)',
  ],
  [
    'the two share a language and no unit, and the champion is no executive',
    `pairing p join person a on a.id = p.executive_id join person b on b.id = p.champion_id
     join employment ea on ea.person_id = a.id and ea.valid_to = 'infinity' join employment eb on eb.person_id = b.id and eb.valid_to = 'infinity'`,
    `not a.languages && b.languages or ea.org_unit_id = eb.org_unit_id or exists (select 1 from executive e where e.person_id = b.id)`,
  ],
  [
    'nobody carries more pairings than they have places, and no executive has two',
    `(select p.*, count(*) over (partition by p.champion_id) as coached, count(*) over (partition by p.executive_id) as champions
      from pairing p where p.state in ('proposed', 'accepted', 'active', 'paused')) p join champion c on c.person_id = p.champion_id`,
    'p.coached > c.capacity or p.champions > 1',
  ],
  [
    'what was agreed was agreed after the pairing was accepted',
    'pairing_agreement a join pairing p on p.id = a.pairing_id',
    'a.changed_at < p.accepted_at or a.changed_at > now',
  ],
];

const sessions: Check[] = [
  [
    'no session is set or held before its pairing, after its end, or after one of the two left',
    `${PAIRED} join person x on x.id in (p.executive_id, p.champion_id)`,
    `s.created_at < p.accepted_at or s.starts_at < p.accepted_at or s.ends_at > coalesce(p.ended_at, 'infinity')
     or s.starts_at::date > coalesce(x.leave_on, 'infinity')`,
  ],
  [
    'no session takes place when its champion has stopped, or in a pause',
    `${PAIRED} join ${ROLE.replace('r.day', 's.starts_at::date').replace('r.day', 's.starts_at::date').replace('r.champion_id', 'p.champion_id')} role on true
     left join pairing_pause z on z.pairing_id = p.id and s.starts_at::date >= z.valid_from and s.starts_at::date < z.valid_to`,
    `s.status in ('booked', 'held') and (not coalesce(role.held, false) or z.valid_from is not null)`,
  ],
  [
    'what is over is over, and the wall time is the one of its zone, which is a zone of the two',
    PAIRED,
    `(s.status in ('held', 'not_held', 'unconfirmed') and s.ends_at > now) or s.starts_at at time zone s.zone <> s.local_start
     or s.zone not in (select l.time_zone from employment e join location l on l.id = e.location_id
       where e.person_id in (p.executive_id, p.champion_id) and e.valid_to = 'infinity')`,
  ],
  [
    'both are at work then, on their own clocks',
    `${PAIRED} join employment e on e.person_id in (p.executive_id, p.champion_id) and e.valid_to = 'infinity' join location l on l.id = e.location_id`,
    `s.status in ('booked', 'held') and ((s.starts_at at time zone l.time_zone)::time < '08:00'
     or (s.ends_at at time zone l.time_zone)::time > '18:00' or extract(isodow from s.starts_at at time zone l.time_zone) > 5)`,
  ],
  [
    'what happened to a session is told in order: set first, held after its end, moved or left out before',
    'session_event e join session s on s.id = e.session_id',
    `e.at < s.created_at or e.at > now or (e.kind in ('held', 'not_held') and e.at < s.ends_at)
     or (e.kind in ('skipped', 'cancelled', 'moved') and e.at > s.recurrence_local at time zone s.zone and e.at > s.ends_at)`,
  ],
  [
    'no log is written before its session, by somebody else, or about one that was not met',
    `session_log l join session s on s.id = l.session_id join pairing p on p.id = s.pairing_id`,
    `l.logged_at < s.ends_at or l.logged_at > now or l.author_id not in (p.champion_id, p.executive_id)
     or s.status <> case when l.met then 'held' else 'not_held' end`,
  ],
  [
    'the executive confirms what is logged',
    `session_confirmation c join session_log l on l.session_id = c.session_id join session s on s.id = c.session_id
     join pairing p on p.id = s.pairing_id`,
    'c.at < l.logged_at or c.at > now or c.person_id <> p.executive_id',
  ],
  [
    'nobody says for themselves how useful a session was before it was over, or of one that did not take place',
    `session_answer a join session s on s.id = a.session_id join pairing p on p.id = s.pairing_id`,
    `s.status <> 'held' or a.at < s.ends_at or a.at > now or a.person_id not in (p.executive_id, p.champion_id)`,
  ],
  [
    'no next step is done that was not agreed on before',
    `session_log l join session s on s.id = l.session_id`,
    `l.last_step_done is not null and not exists (select from session_log b join session t on t.id = b.session_id
       where t.pairing_id = s.pairing_id and t.starts_at < s.starts_at and b.next_step <> '')`,
  ],
  [
    'no pairing does as it does from before it was accepted, or from tomorrow on',
    `pairing_health h join pairing p on p.id = h.pairing_id`,
    `h.since_on < p.accepted_at::date or h.since_on > h.found_on or h.found_on > (now at time zone 'Europe/Berlin')::date`,
  ],
];

const effects: Check[] = [
  [
    'no note, learning, outcome or look at fluency is older than the session it came from',
    `(select session_id, created_at as at from note union all select session_id, created_at from learning
      union all select session_id, created_at from outcome union all select session_id, valid_from from outcome
      union all select session_id, at from fluency_rating) x join session s on s.id = x.session_id`,
    `x.at < s.ends_at or x.at > now or s.status <> 'held'`,
  ],
  [
    'thanks and stories come after the two have met',
    `(select pairing_id, at from thanks union all select pairing_id, created_at from story) x
     left join lateral (select min(ends_at) as first from session s where s.pairing_id = x.pairing_id and s.status = 'held') m on true`,
    'm.first is null or x.at < m.first or x.at > now',
  ],
  [
    'what is said about an outcome is said after it was recorded',
    'outcome_entry e join outcome o on o.id = e.outcome_id',
    'e.at < o.created_at or e.at > now',
  ],
  [
    'nobody tries, agrees to or answers about a learning that is not there yet',
    `(select learning_id, at, at as answered from learning_trial union all select learning_id, asked_at, answered_at from learning_consent
      union all select learning_id, asked_at, answered_at from practice_check) x join learning l on l.id = x.learning_id`,
    'x.at < l.created_at or x.at > now or x.answered < x.at or x.answered > now',
  ],
];

/**
 * First starts: on Sundays, one of them after holidays, one at the end of a month and with lines that were shared lately;
 * in spring with a clock change behind it; three days after a session of the pairing that pauses.
 */
const FIRST_STARTS = [
  '2026-11-29T09:00',
  '2027-01-03T09:00',
  '2027-01-31T23:55',
  '2027-05-05T09:00',
  '2027-07-01T09:00',
];

describe.each(FIRST_STARTS)('the story of the demonstration company, begun at %s', (start) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp({ company: 'demo', now: `${start}:00Z` });
    await app.nest.get(ChangeRecipes, { strict: false }).ensureStarterLibrary();
    await seedIfEmpty(app.nest, () => undefined);
  }, 1_200_000);
  afterAll(() => app.close());

  it.each([...people, ...champions, ...pairings, ...sessions, ...effects])(
    '%s',
    async (_sentence, from, wrong) => {
      const found = await app.db.one<{ seen: number; wrong: number }>(
        `select count(*) as seen, count(*) filter (where ${wrong}) as wrong
         from (select $1::timestamptz as now) as clock cross join ${from}`,
        [app.clock.now()],
      );
      expect(found?.seen).toBeGreaterThan(0);
      expect(found?.wrong).toBe(0);
    },
  );

  it('has one champion who is asked for more than the agreed hours, and everything that a page shows', async () => {
    const over = await app.db.rows(
      `select c.person_id from champion c
       join champion_ask a on a.champion_id = c.person_id and a.kind = 'pairing' and a.to_day > $1::date
       group by c.person_id having sum(a.minutes) > c.agreed_hours * 60`,
      [app.clock.now()],
    );
    expect(over).toHaveLength(1);
    const states = await app.db.rows(
      `select (select count(distinct state) from pairing) as pairings, (select count(distinct status) from session) as sessions,
         (select count(*) > 9 from figure_release where numbers is not null) as figures,
         (select count(*) > 2 from proposal where champion_id is not null) as proposals,
         (select count(distinct since_on) > 4 from pairing_health) as since,
         (select count(distinct state) > 3 from pairing_health) as health`,
    );
    expect(states).toEqual([
      { pairings: 6, sessions: 7, figures: true, proposals: true, since: true, health: true },
    ]);
  });

  it('looks ahead to units that will miss a champion who goes', async () => {
    const lead = await app.db.one<{ id: string }>(
      `select person_id as id from demo_person where role_label = 'HR lead'`,
    );
    const { data, errors } = await app.gql(
      '{ coverageShortNext { gap unit { gap } } }',
      {},
      { as: lead?.id ?? '' },
    );
    expect(errors).toEqual([]);
    const { coverageShortNext: units } = data as {
      coverageShortNext: { gap: number; unit: { gap: number } }[];
    };
    expect(units.length).toBeGreaterThan(1);
    expect(units.every(({ gap, unit }) => gap > unit.gap)).toBe(true);
  });

  it('has people who came on different days', async () => {
    const most = await app.db.one<{ n: number }>(
      `select max(n) as n from (select count(*) as n from person group by hire_on) as days`,
    );
    expect(most?.n).toBeLessThan(12);
  });
});
