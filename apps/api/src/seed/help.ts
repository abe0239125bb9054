import { addDays, weekdayOf, type Day } from '@flipside/kernel';
import { workingDay } from './calendar.js';
import type { Tx } from '@flipside/platform-api';
import type { Network } from './network.js';
import type { DemoCompany, DemoPerson } from './people.js';
import type { Random } from './random.js';
import { insertRows } from './rows.js';

const ASKED: readonly (readonly [kind: string, topic: string, text: string, minutes: number])[] = [
  ['help', 'forecasting', 'My weekly forecast takes a day. Where would you begin?', 60],
  ['demo', 'meeting notes', 'Twenty minutes for our team: how you write minutes.', 60],
  ['review', 'prompts', 'Would you look over the prompts of our service desk?', 45],
  ['onboarding', 'spreadsheets', 'Our new colleague has never used any of this.', 60],
  ['judging', 'ideas', 'Six entries of our idea day, one hour, with coffee.', 90],
  ['help', 'translations', 'Product texts in four languages, always late.', 45],
];

const OFFICE_HOURS: readonly (readonly [topic: string, place: string, places: number | null])[] = [
  ['Prompts that survive Monday', 'Room Elbe', 4],
  ['Bring your spreadsheet', 'Video room 12', 3],
  ['Ask anything', 'Canteen, table by the window', null],
  ['First steps', 'Video room 8', 6],
];

/** Half a day of judging. */
const FORCED_MINUTES = 240;

/** Days after next Monday: Tuesday, Friday, the Monday and the Wednesday after. */
const OFFICE_DAYS = [1, 4, 7, 9] as const;

/** Requests in every state, office hours of the next weeks, rest weeks, and one override with its reason. */
export async function writeHelp(
  tx: Tx,
  { people }: DemoCompany,
  { champions }: Network,
  hrLeadId: string,
  random: Random,
  today: Day,
): Promise<void> {
  const askers = random.sample(
    people.filter((p) => p.type === 'employee' && p.status === 'active' && !p.leaveOn && !p.isHead),
    24,
  );
  // Those with most time left, so that nothing here goes beyond what was agreed but the one override.
  const roomy = await tx.rows<{ id: string }>(
    `select c.person_id as id from champion c
     left join champion_ask a on a.champion_id = c.person_id and a.to_day > $1
     where c.person_id = any ($2::uuid[])
     group by c.person_id having c.agreed_hours * 60 - coalesce(sum(a.minutes), 0) >= 180
     order by c.agreed_hours * 60 - coalesce(sum(a.minutes), 0) desc, c.person_id`,
    [today, champions.map(({ id }) => id)],
  );
  const requests: Record<string, unknown>[] = [];
  const steps: Record<string, unknown>[] = [];
  const ask = (
    n: number,
    state: string,
    wished: Day,
    championId: string | null,
    length?: number,
  ) => {
    const onDay = workingDay(wished, wished < today ? -1 : 1);
    const [kind, topic, text, usual] = ASKED[n % ASKED.length] ?? ASKED[0] ?? ['help', '', '', 60];
    const id = random.id();
    const at = `${addDays(onDay < today ? onDay : today, -4)}T09:1${n % 10}:00Z`;
    const why = championId
      ? `Offers “${topic}” and has the most room of the ${2 + (n % 5)} champions who do.`
      : 'Nobody who offers this has room then. The programme team looks for somebody.';
    requests.push({
      id,
      asker_id: askers[n % askers.length]?.id,
      champion_id: championId,
      kind,
      topic,
      text,
      minutes: length ?? usual,
      on_day: onDay,
      state,
      why,
      created_at: at,
      closed_at: state === 'done' ? `${onDay}T15:00:00Z` : null,
    });
    steps.push({
      id: random.id(),
      request_id: id,
      kind: state === 'open' ? 'open' : 'asked',
      champion_id: championId,
      at,
    });
    return id;
  };
  roomy.slice(0, 12).forEach(({ id }, n) => ask(n, 'done', addDays(today, -3 - 2 * n), id));
  roomy.slice(12, 16).forEach(({ id }, n) => ask(n + 1, 'taken', addDays(today, 3 + n), id));
  roomy.slice(16, 19).forEach(({ id }, n) => ask(n + 2, 'asked', addDays(today, 6 + n), id));
  ask(4, 'open', addDays(today, 9), null);
  ask(5, 'open', addDays(today, 12), null);
  // Somebody whose hours are nearly used up is asked for a long afternoon all the same.
  const busy = await tx.one<{ id: string; asked: number; agreed: number }>(
    `select c.person_id as id, sum(a.minutes)::int as asked, (c.agreed_hours * 60)::int as agreed
     from champion c join champion_ask a on a.champion_id = c.person_id and a.to_day > $1
     where c.person_id = any ($2::uuid[]) group by c.person_id
     having sum(a.minutes) <= c.agreed_hours * 60 and sum(a.minutes) + $3 > c.agreed_hours * 60
     order by c.agreed_hours * 60 - sum(a.minutes), c.person_id limit 1`,
    [today, champions.map(({ id }) => id), FORCED_MINUTES],
  );
  const forced = busy && ask(4, 'taken', addDays(today, 8), busy.id, FORCED_MINUTES);
  await insertRows(tx, 'help_request', requests);
  await insertRows(tx, 'help_request_step', steps);
  if (busy && forced) {
    await insertRows(tx, 'capacity_override', [
      {
        id: random.id(),
        champion_id: busy.id,
        kind: 'judging',
        ask_id: forced,
        minutes_over: busy.asked + FORCED_MINUTES - busy.agreed,
        reason: 'The only one who judged last year; the date stood before the hours did.',
        actor_id: hrLeadId,
        at: `${addDays(today, -2)}T10:00:00Z`,
      },
    ]);
  }
  await tx.execute(
    `insert into champion_section (person_id, section, confirmed_on)
     select c.person_id, s.name, greatest(c.profile_confirmed_on - s.n::int * 20, c.created_at::date)
     from champion c cross join unnest(array['availability', 'skills', 'tools', 'problems', 'about']) with ordinality s(name, n)
     where c.profile_confirmed_on is not null`,
  );
  await tx.execute(
    `update champion c set term_ends_on = (p.first + make_interval(months => 12 * (1 + ($1::date - p.first) / 366)))::date - 1
     from (select person_id, min(valid_from) as first from champion_period group by person_id) p where p.person_id = c.person_id`,
    [today],
  );
  await tx.execute(
    `update champion c set stays_in_touch = true
     where takes_new_pairings and not exists (select 1 from champion_period n where n.person_id = c.person_id and n.valid_to > $1)`,
    [today],
  );
  await officeHours(tx, roomy.slice(19, 23), askers, random, today);
  const monday = addDays(today, 8 - weekdayOf(today));
  await insertRows(
    tx,
    'champion_rest_week',
    champions
      .slice(20, 27)
      .map(({ id }, n) => ({ person_id: id, week_on: addDays(monday, 7 * (n % 4)) })),
  );
}

async function officeHours(
  tx: Tx,
  hosts: readonly { id: string }[],
  guests: readonly DemoPerson[],
  random: Random,
  today: Day,
): Promise<void> {
  const monday = addDays(today, 8 - weekdayOf(today));
  const hours = OFFICE_HOURS.slice(0, hosts.length).map(([topic, place, places], n) => {
    const onDay = addDays(monday, OFFICE_DAYS[n] ?? 1);
    return {
      id: random.id(),
      champion_id: hosts[n]?.id,
      topic,
      place,
      starts_at: `${onDay}T1${n}:00:00Z`,
      on_day: onDay,
      minutes: 60,
      places,
      created_at: `${addDays(today, -6)}T08:00:00Z`,
    };
  });
  await insertRows(tx, 'office_hour', hours);
  await insertRows(
    tx,
    'office_hour_place',
    hours.flatMap(({ id, places }, n) =>
      guests.slice(n * 5, n * 5 + Math.min(2 + n, places ?? 0)).map((guest) => ({
        office_hour_id: id,
        person_id: guest.id,
        note: '',
        at: `${addDays(today, -1)}T11:00:00Z`,
      })),
    ),
  );
}
