import type { INestApplicationContext } from '@nestjs/common';
import { addDays, dayOfInstant, weekdayOf, type Clock, type Day } from '@flipside/kernel';
import { ChangeRound, LoadLabels, ProposeRound, StartRound } from '@flipside/pairings-api';
import { CLOCK, Database, Vault, type Tx } from '@flipside/platform-api';
import { CloseCoverageDay } from '@flipside/champions-api';
import { CloseMonths, FindHealth, SetHourlyRates } from '@flipside/insights-api';
import { LockPlanned, MakePlan, PlanAllReminders, StartPlan } from '@flipside/sessions-api';
import { DecideHolidays, HolidayReader, programmeDaySql } from '@flipside/people-api';
import { writeAhead } from './ahead.js';
import { daysOffAround } from './calendar.js';
import { drawExecutives, drawPairings, type DemoPairing } from './coaching.js';
import { writeCoaching } from './coaching-records.js';
import { writeGuidance } from './guidance.js';
import { writeHelp } from './help.js';
import { writeShared } from './told-stories.js';
import { writeOutcomes } from './outcomes.js';
import { writeMatchingRecords } from './matching-records.js';
import { writeChampions, writeNominations, type Network } from './network.js';
import { drawCompany, writeCompany, type DemoCompany, type DemoPerson } from './people.js';
import { writeOwnRecords, type Prepared } from './own-records.js';
import { Random } from './random.js';
import { offerOtherTimes, writeMailChoices, writeOutbox } from './mails.js';
import { writeRecords } from './records.js';
import { writeRosters } from './rosters.js';
import { insertRows } from './rows.js';

const SEED = 20_261_121;

/** Loads the demonstration company when nobody is there yet. Tells whether it did. */
export async function seedIfEmpty(
  app: INestApplicationContext,
  log: (line: string) => void,
): Promise<boolean> {
  const database = app.get(Database);
  if (await database.one(`select 1 from person limit 1`)) return false;
  log('Loading the demonstration company');
  const hrLeadId = await database.transaction((tx) =>
    writeDemo(tx, app.get<Clock>(CLOCK).now(), app.get(Vault)),
  );
  log('Proposing its matching round and planning its next quarter');
  await database.rows('analyze');
  await keepHolidays(app, hrLeadId);
  await proposeRound(app, hrLeadId);
  await loadGroups(app, hrLeadId);
  await app.get(CloseCoverageDay, { strict: false }).handle();
  await app.get(CloseMonths, { strict: false }).handle();
  await approveRates(app, hrLeadId);
  await findHealthSince(app);
  await app.get(PlanAllReminders, { strict: false }).handle();
  await planQuarter(app, hrLeadId);
  await writeOutbox(app);
  await offerOtherTimes(app);
  return true;
}

const HEALTH_WEEKS = 16;

/** Each pairing was looked at before, so that it is known since when it does as it does; week by week is close enough. */
async function findHealthSince(app: INestApplicationContext): Promise<void> {
  const health = app.get(FindHealth, { strict: false });
  const now = app.get<Clock>(CLOCK).now().getTime();
  for (let week = HEALTH_WEEKS; week >= 0; week -= 1)
    await health.at(new Date(now - week * 7 * 86_400_000));
}

/** Finance approved what an hour costs half a year ago. */
async function approveRates(app: INestApplicationContext, hrLeadId: string): Promise<void> {
  const day = await app
    .get(Database)
    .one<{ today: Day; approver: string }>(
      `select ${programmeDaySql('$1')} as today, name as approver from person where title = 'Chief financial officer' order by id limit 1`,
      [app.get<Clock>(CLOCK).now()],
    );
  if (!day) throw new Error('The demonstration has nobody of finance');
  const set = await app.get(SetHourlyRates, { strict: false }).run(
    { personId: hrLeadId },
    {
      executive: 140,
      champion: 65,
      staff: 50,
      currency: 'EUR',
      approvedBy: day.approver,
      holdsFrom: addDays(day.today, -182),
    },
  );
  if (!set.ok) throw new Error(set.refusal.message);
}

/** The HR lead has decided that every site keeps what its country does. */
async function keepHolidays(app: INestApplicationContext, hrLeadId: string): Promise<void> {
  const places = await app
    .get(Database)
    .rows<{ id: string }>('select id from location order by name');
  for (const { id: locationId } of places) {
    const days = await app.get(HolidayReader, { strict: false }).of(locationId);
    await app
      .get(DecideHolidays, { strict: false })
      .run({ personId: hrLeadId }, { locationId, days, state: 'approved' });
  }
}

/**
 * A round that waits for review, made by the same commands that the HR lead uses. It was proposed twice: in between she
 * let the reporting line end nowhere, so that the head of the company has nobody, and can look at both drafts.
 */
async function proposeRound(app: INestApplicationContext, hrLeadId: string): Promise<void> {
  const started = await app
    .get(StartRound, { strict: false })
    .run(hrLeadId, { name: 'Winter round' });
  if (!started.ok) throw new Error(started.refusal.message);
  const { roundId } = started.value;
  const propose = app.get(ProposeRound, { strict: false });
  const scope = 'undecided';
  const first = await propose.run({ roundId, scope, version: 1, actorId: hrLeadId });
  if (!first.ok) throw new Error(first.refusal.message);
  const rules = { lineBelow: null };
  const changed = await app
    .get(ChangeRound, { strict: false })
    .run(hrLeadId, { roundId, version: 2, rules });
  if (!changed.ok) throw new Error(changed.refusal.message);
  const second = await propose.run({ roundId, scope, version: 3, actorId: hrLeadId });
  if (!second.ok) throw new Error(second.refusal.message);
}

/** Full and part time, as the HR lead had them from the payroll: about one in six works part time. */
async function loadGroups(app: INestApplicationContext, hrLeadId: string): Promise<void> {
  const people = await app
    .get(Database)
    .rows<{ no: string }>('select employee_no as no from person where employee_no is not null');
  const rows = people.map(
    ({ no }) => `${no},${Number(no.slice(1)) % 6 === 0 ? 'Part' : 'Full'} time`,
  );
  const loaded = await app
    .get(LoadLabels, { strict: false })
    .run({ personId: hrLeadId }, ['Employee number,Working time', ...rows].join('\n'));
  if (!loaded.ok) throw new Error(loaded.refusal.message);
}

const PLANNED_AHEAD_DAYS = 35;

/** The draft of a quarter that begins in five weeks, on a Monday; the HR lead has locked its first time. */
async function planQuarter(app: INestApplicationContext, hrLeadId: string): Promise<void> {
  const ahead = addDays(
    dayOfInstant(app.get<Clock>(CLOCK).now(), 'Europe/Berlin'),
    PLANNED_AHEAD_DAYS,
  );
  const startsOn = addDays(ahead, (8 - weekdayOf(ahead)) % 7);
  const started = await app.get(StartPlan, { strict: false }).run(hrLeadId, { startsOn });
  if (!started.ok) throw new Error(started.refusal.message);
  const { planId } = started.value;
  await app.get(MakePlan, { strict: false }).handle({ planId });
  const first = await app
    .get(Database)
    .one<{ id: string }>(
      `select pairing_id as id from planned_pairing where plan_id = $1 and state = 'placed' order by pairing_id limit 1`,
      [planId],
    );
  if (!first) return;
  await app
    .get(LockPlanned, { strict: false })
    .run({ planId, pairingIds: [first.id], isLocked: true });
}

/** Writes everything but the round; gives the HR lead's id. */
async function writeDemo(tx: Tx, now: Date, vault: Vault): Promise<string> {
  const random = new Random(SEED);
  const today = dayOfInstant(now, 'Europe/Berlin');
  const company = drawCompany(random, today);
  await writeCompany(tx, company, random, today);
  const network = await writeChampions(tx, company, random, today);
  const hrLead = someoneOf(company, 'PPL', 'People partner');
  await writeNominations(tx, company, network, hrLead.id, random, today);
  const executives = drawExecutives(company);
  const daysOff = await daysOffAround(today);
  const pairings = drawPairings(random, company, network, executives, today, now, daysOff);
  await writeCoaching(tx, executives, pairings, random, today);
  await writeRecords(tx, pairings, random, new Random(SEED + 9), vault);
  await writeOutcomes(tx, company, pairings, new Random(SEED + 7), today, vault);
  await writeAhead(tx, company, network, pairings, hrLead.id, random, today);
  await writeGuidance(tx, company, pairings, new Random(SEED + 1), now, vault);
  await writeShared(tx, pairings, new Random(SEED + 4), today, vault);
  await writeMatchingRecords(
    tx,
    company,
    network,
    executives,
    hrLead.id,
    new Random(SEED + 2),
    today,
  );
  await writeMailChoices(tx, pairings, now);
  await writeHelp(tx, company, network, hrLead.id, new Random(SEED + 3), today);
  await writeRosters(tx, company, hrLead.id, today);
  const prepared = await writeRoles(tx, company, network, pairings, hrLead, today, random);
  await writeOwnRecords(tx, prepared, new Random(SEED + 8), today, vault);
  return hrLead.id;
}

function someoneOf(company: DemoCompany, unit: string, title: string): DemoPerson {
  const found = company.people.find(
    (p) =>
      p.unit === unit &&
      p.title === title &&
      p.status === 'active' &&
      !p.leaveOn &&
      p.type === 'employee',
  );
  if (!found) throw new Error(`Nobody is ${title} in ${unit}`);
  return found;
}

/** Who may do what, and whom to sign in as. @returns some of those */
async function writeRoles(
  tx: Tx,
  company: DemoCompany,
  network: Network,
  pairings: readonly DemoPairing[],
  hrLead: DemoPerson,
  today: string,
  random: Random,
): Promise<Prepared> {
  const administrator = someoneOf(company, 'ITD', 'Systems administrator');
  const assistant = someoneOf(company, 'EXO', 'Executive assistant');
  await insertRows(tx, 'role_grant', [
    { person_id: hrLead.id, role: 'HR_LEAD' },
    { person_id: hrLead.id, role: 'IMPACT_ANALYST' },
    { person_id: administrator.id, role: 'ADMINISTRATOR' },
  ]);
  const story = (wanted: DemoPairing['story']): DemoPairing => {
    const found = pairings.find((p) => p.story === wanted);
    if (!found) throw new Error(`No pairing is ${wanted}`);
    return found;
  };
  const onRhythm = pairings[2] ?? story('on_rhythm');
  const busy = story('on_rhythm');
  const asked = story('proposed');
  await insertRows(
    tx,
    'delegation',
    // One may do everything, one only until spring; a third, set up by HR, has no session yet and waits for a time.
    [
      { principal: onRhythm.executive, scopes: ['book', 'move', 'cancel'], until: 'infinity' },
      { principal: story('at_risk').executive, scopes: ['move'], until: addDays(today, 120) },
      {
        principal: story('accepted').executive,
        scopes: ['book', 'move'],
        until: 'infinity',
        arrangedBy: hrLead,
      },
    ].map(({ principal, scopes, until, arrangedBy }) => ({
      id: random.id(),
      principal_id: principal.id,
      delegate_id: assistant.id,
      valid_from: addDays(today, -60),
      valid_to: until,
      scopes,
      arranged_by: arrangedBy?.id ?? null,
    })),
  );
  const free = network.champions.find(
    (p) => !pairings.some((pairing) => pairing.champion.id === p.id),
  );
  const colleague = someoneOf(company, 'LOG', 'Transport planner');
  const choices: readonly (readonly [string, DemoPerson, string])[] = [
    ['HR lead', hrLead, 'Sees coverage, decides on nominations, has a matching round to review'],
    ['Executive', onRhythm.executive, 'In a good rhythm; meets again on the next working day'],
    ['Executive', asked.executive, 'Has just been proposed a champion'],
    ['Executive', story('accepted').executive, 'Takes one of three times for a first session'],
    ['Champion', busy.champion, 'Coaches two executives and has a session to log'],
    ...(free ? [['Champion', free, 'Has no pairing yet'] as const] : []),
    ['Assistant', assistant, 'Looks after the sessions of three executives'],
    ['Employee', colleague, 'Works in the department without a champion; may nominate'],
    ['Administrator', administrator, 'Runs the installation: outbox, health, accounts'],
  ];
  await insertRows(
    tx,
    'demo_person',
    choices.map(([roleLabel, person, note], position) => ({
      person_id: person.id,
      role_label: roleLabel,
      note,
      position,
    })),
  );
  return { hrLead, executive: onRhythm.executive, champion: busy.champion };
}
