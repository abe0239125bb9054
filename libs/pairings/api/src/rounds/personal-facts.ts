import type { Day } from '@flipside/kernel';
import { LIVE_STATES } from '@flipside/pairings-domain';
import type { WeeklyHours } from '@flipside/people-domain';
import type { Tx } from '@flipside/platform-api';

/** A champion whose last pairing was proposed longer ago had no turn in the last cycle. */
const CYCLE_DAYS = 180;

/** What few people have said or done, by person; whoever is missing has nothing of it. */
export interface PersonalFacts {
  readonly hours: ReadonlyMap<string, WeeklyHours>;
  readonly optedOut: ReadonlySet<string>;
  readonly wishes: ReadonlyMap<string, readonly string[]>;
  readonly refuses: ReadonlyMap<string, readonly string[]>;
}

export interface ChampionHistory {
  readonly livePairings: number;
  readonly hadTurn: boolean;
}

interface WorkingHours {
  readonly personId: string;
  readonly weekday: number;
  readonly fromMinute: number;
  readonly toMinute: number;
}

function append<V>(map: Map<string, V[]>, key: string, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** Three statements however many people there are: asking within each row of people would be a look-up for everybody. */
export async function personalFacts(
  from: Pick<Tx, 'rows'>,
  ids: readonly string[],
): Promise<PersonalFacts> {
  const hours = await from.rows<WorkingHours>(
    `select person_id as "personId", weekday, from_minute as "fromMinute", to_minute as "toMinute"
     from working_hours where person_id = any($1::uuid[]) order by person_id, weekday, from_minute`,
    [ids],
  );
  const optedOut = await from.rows<{ personId: string }>(
    `select person_id as "personId" from pairing_opt_out where person_id = any($1::uuid[])`,
    [ids],
  );
  const named = await from.rows<{ personId: string; otherId: string; kind: string }>(
    `select person_id as "personId", other_id as "otherId", kind from pairing_wish
     where person_id = any($1::uuid[]) order by at, other_id`,
    [ids],
  );
  const [wishes, refuses] = [new Map<string, string[]>(), new Map<string, string[]>()];
  for (const { personId, otherId, kind } of named) {
    append(kind === 'wish' ? wishes : refuses, personId, otherId);
  }
  return {
    hours: sharedWeeks(hours),
    optedOut: new Set(optedOut.map(({ personId }) => personId)),
    wishes,
    refuses,
  };
}

/** The week of each person; people who work alike share the very same list, so that it is compared and sent once. */
function sharedWeeks(rows: readonly WorkingHours[]): ReadonlyMap<string, WeeklyHours> {
  const weeks = new Map<string, { week: WorkingHours[]; key: string }>();
  for (const row of rows) {
    const own = weeks.get(row.personId) ?? { week: [], key: '' };
    own.week.push(row);
    own.key += `${row.weekday}:${row.fromMinute}-${row.toMinute} `;
    weeks.set(row.personId, own);
  }
  const known = new Map<string, WeeklyHours>();
  return new Map(
    Array.from(weeks, ([personId, { week, key }]) => {
      const shared =
        known.get(key) ??
        week.map(({ weekday, fromMinute, toMinute }) => ({ weekday, fromMinute, toMinute }));
      known.set(key, shared);
      return [personId, shared];
    }),
  );
}

/** Pairings of champions: those that take a place today, and whether they had a turn. In one statement. */
export async function championHistories(
  from: Pick<Tx, 'rows'>,
  today: Day,
  championIds: readonly string[],
): Promise<ReadonlyMap<string, ChampionHistory>> {
  const rows = await from.rows<ChampionHistory & { championId: string }>(
    `select champion_id as "championId", count(*) filter (where state = any($3::text[]))::int as "livePairings",
       coalesce(bool_or(state = any($3::text[]) or accepted_at is not null and ended_at > $2::date - ${CYCLE_DAYS}),
         false) as "hadTurn"
     from pairing where champion_id = any($1::uuid[]) group by champion_id`,
    [championIds, today, LIVE_STATES],
  );
  return new Map(rows.map(({ championId, ...history }) => [championId, history]));
}
