import type { Day, Result } from '@flipside/kernel';
import { ok, refuse } from '@flipside/kernel';
import {
  checkProfile,
  type ChampionProfile,
  type ChampionRefusal,
  championRefusal,
  startAsChampion,
  termEnd,
} from '@flipside/champions-domain';
import { barrier, type Tx } from '@flipside/platform-api';
import type { ProgrammeToday } from '../programme-today.js';
import {
  lockPerson,
  periodsOf,
  type PersonFacts,
  storePeriods,
  type TakenBy,
} from './champion-record.js';

const USUAL_MONTHS = 12;

export interface NewChampion {
  readonly personId: string;
  /** First day on which the champion counts; today if left out. */
  readonly startsOn?: Day | null;
  /** What is left out comes from the programme, or from an earlier time as champion. */
  readonly profile: Partial<ChampionProfile>;
  readonly by: TakenBy;
}

export interface MadeChampion {
  readonly person: PersonFacts;
  readonly startsOn: Day;
}

/**
 * Makes a person a champion from a day on, inside the caller's transaction: the one way in, for naming
 * and for approving alike. A former champion keeps what stood in the profile.
 * @throws Barrier NOT_FOUND for an unknown person
 */
export async function makeChampion(
  tx: Tx,
  programme: ProgrammeToday,
  wish: NewChampion,
): Promise<Result<MadeChampion, ChampionRefusal>> {
  const { today } = programme;
  const startsOn = wish.startsOn ?? today;
  const person = await lockPerson(tx, wish.personId, startsOn > today ? startsOn : today);
  if (!person) throw barrier('NOT_FOUND');
  if (!person.isEmployed) return refuse(championRefusal('NOT_EMPLOYED', 'personId'));

  const before = await periodsOf(tx, person.id);
  const started = startAsChampion(before, { startsOn, today, earliest: person.hiredOn });
  if (!started.ok) return started;
  const stored = await tx.one<ChampionProfile>(
    `select about, skills, problems, tools, capacity, agreed_hours as "agreedHours",
       takes_new_pairings as "takesNewPairings" from champion where person_id = $1`,
    [person.id],
  );
  const profile = checkProfile({
    ...(stored ?? freshProfile(programme)),
    ...defined(wish.profile),
  });
  if (!profile.ok) return profile;

  await saveProfile(tx, person.id, profile.value, today);
  await storePeriods(tx, person.id, before, started.value, { ...wish.by, today });
  const term = await tx.one<{ months: number }>(
    'select term_months as months from recruiting_rule',
  );
  await tx.execute('update champion set term_ends_on = $2 where person_id = $1', [
    person.id,
    termEnd(startsOn, term?.months ?? USUAL_MONTHS),
  ]);
  return ok({ person, startsOn });
}

const freshProfile = ({ capacity, hours }: ProgrammeToday): ChampionProfile => ({
  about: '',
  skills: [],
  problems: [],
  tools: [],
  capacity,
  agreedHours: hours,
  takesNewPairings: true,
});

/** Without the entries that were not given, which would otherwise overwrite what is stored. */
export function defined<T extends object>(wish: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(wish).filter(([, value]) => value !== undefined && value !== null),
  ) as Partial<T>;
}

async function saveProfile(
  tx: Tx,
  personId: string,
  profile: ChampionProfile,
  today: Day,
): Promise<void> {
  await tx.execute(
    `insert into champion (person_id, about, skills, problems, tools, capacity, agreed_hours, takes_new_pairings)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (person_id) do update set about = excluded.about, skills = excluded.skills,
       problems = excluded.problems, tools = excluded.tools, capacity = excluded.capacity,
       agreed_hours = excluded.agreed_hours, takes_new_pairings = excluded.takes_new_pairings, approved_hours = null, wanted_hours = null,
       hours_since = case when champion.agreed_hours = excluded.agreed_hours then champion.hours_since else $9 end,
       version = champion.version + 1`,
    [
      personId,
      profile.about,
      profile.skills,
      profile.problems,
      profile.tools,
      profile.capacity,
      profile.agreedHours,
      profile.takesNewPairings,
      today,
    ],
  );
}
