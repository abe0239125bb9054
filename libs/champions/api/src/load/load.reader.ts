import { Inject, Injectable } from '@nestjs/common';
import { addDays, weekdayOf, type Clock, type Day } from '@flipside/kernel';
import {
  FOUR_WEEKS,
  hoursOf,
  inequalityInWords,
  inequalityOf,
  onDay,
} from '@flipside/champions-domain';
import { CLOCK, Database } from '@flipside/platform-api';
import { programmeToday } from '../programme-today.js';
import { asksOf, loadsOf } from './asks.js';
import { overAgreedOf, overRow, type OverRow } from './over-agreed.reader.js';
import { restWeeksOf } from './plan-rest-week.js';

/** One kind of ask in the four weeks around today. */
export interface AskedKind {
  readonly kind: string;
  readonly count: number;
  readonly hours: number;
}

export interface OwnLoad {
  /** In the fullest four weeks around today. */
  readonly askedHours: number;
  /** The same four weeks ago. */
  readonly earlierHours: number;
  readonly kinds: readonly AskedKind[];
  /** The next eight weeks by their Mondays, this one first. */
  readonly weeks: readonly { weekOn: Day; isRest: boolean }[];
}

export interface LoadRow {
  readonly personId: string;
  readonly name: string;
  readonly unitName: string | null;
  readonly askedHours: number;
  readonly agreedHours: number;
  readonly isOver: boolean;
}

export interface OverrideRow {
  readonly id: string;
  readonly championId: string;
  readonly championName: string;
  readonly kind: string;
  readonly hoursOver: number;
  readonly reason: string;
  readonly actorName: string | null;
  readonly at: Date;
}

/** A champion who would give more time than was approved. */
export interface HoursOffer {
  readonly personId: string;
  readonly name: string;
  readonly agreedHours: number;
  readonly wantedHours: number;
}

export interface NetworkLoad {
  readonly asOf: Day;
  readonly champions: number;
  readonly askedHours: number;
  readonly agreedHours: number;
  readonly gini: number | null;
  readonly topCount: number;
  readonly topShare: number | null;
  readonly sentence: string;
  /** Every active champion, those with the least room first: what is added up above can be seen by name. */
  readonly loads: readonly LoadRow[];
  /** Of whom more is asked than agreed, those with most beyond first. */
  readonly over: readonly (OverRow & Pick<LoadRow, 'name' | 'agreedHours'>)[];
  readonly overrides: readonly OverrideRow[];
  readonly offers: readonly HoursOffer[];
}

const SHOWN = 50;
const WEEKS_AHEAD = 8;

@Injectable()
export class LoadReader {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** What is asked of one champion now, and the weeks they keep free. */
  async own(championId: string): Promise<OwnLoad> {
    const { today } = await programmeToday(this.db, this.clock);
    const around = onDay(today);
    const load = await loadsOf(this.db, [championId], { span: around });
    const earlier = await loadsOf(this.db, [championId], {
      span: onDay(addDays(today, -FOUR_WEEKS)),
    });
    const kinds = new Map<string, { count: number; minutes: number }>();
    for (const { kind, minutes } of await asksOf(this.db, [championId], around)) {
      const sum = kinds.get(kind) ?? { count: 0, minutes: 0 };
      kinds.set(kind, { count: sum.count + 1, minutes: sum.minutes + minutes });
    }
    const resting = await restWeeksOf(this.db, championId);
    const monday = addDays(today, 1 - weekdayOf(today));
    const weeks = Array.from({ length: WEEKS_AHEAD }, (_, n) => addDays(monday, 7 * n));
    return {
      askedHours: hoursOf(load.get(championId)?.peakMinutes ?? 0),
      earlierHours: hoursOf(earlier.get(championId)?.peakMinutes ?? 0),
      kinds: [...kinds].map(([kind, { count, minutes }]) => ({
        kind,
        count,
        hours: hoursOf(minutes),
      })),
      weeks: weeks.map((weekOn) => ({ weekOn, isRest: resting.includes(weekOn) })),
    };
  }

  /** Load of all active champions, resting ones out (G.11), as numbers, a sentence and one by one. */
  async network(): Promise<NetworkLoad> {
    const { today } = await programmeToday(this.db, this.clock);
    const active = await this.db.rows<{ personId: string; name: string; unitName: string | null }>(
      `select c.person_id as "personId", p.name, u.name as "unitName"
       from champion c
       join champion_period n on n.person_id = c.person_id and n.state = 'active' and n.valid_from <= $1 and n.valid_to > $1
       join employment e on e.person_id = c.person_id and e.valid_from <= $1 and e.valid_to > $1
       join person p on p.id = c.person_id
       left join org_unit u on u.id = e.org_unit_id`,
      [today],
    );
    const loads = await loadsOf(
      this.db,
      active.map(({ personId }) => personId),
      { span: onDay(today) },
    );
    const rows = active.map((champion) => {
      const load = loads.get(champion.personId) ?? { agreedMinutes: 0, peakMinutes: 0 };
      return { ...champion, ...load };
    });
    const inequality = inequalityOf(rows.map(({ peakMinutes }) => peakMinutes));
    const overIds = rows
      .filter((row) => row.peakMinutes > row.agreedMinutes)
      .map(({ personId }) => personId);
    const over = await overAgreedOf(this.db, overIds, today);
    const byId = new Map(rows.map((row) => [row.personId, row]));
    const sum = (of: 'peakMinutes' | 'agreedMinutes') =>
      hoursOf(rows.reduce((total, row) => total + row[of], 0));
    return {
      asOf: today,
      champions: rows.length,
      askedHours: sum('peakMinutes'),
      agreedHours: sum('agreedMinutes'),
      ...inequality,
      sentence: inequalityInWords(inequality, rows.length),
      loads: rows
        .sort(
          (a, b) =>
            b.peakMinutes - b.agreedMinutes - (a.peakMinutes - a.agreedMinutes) ||
            b.peakMinutes - a.peakMinutes ||
            (a.personId < b.personId ? -1 : 1),
        )
        .map(({ personId, name, unitName, peakMinutes, agreedMinutes }) => ({
          personId,
          name,
          unitName,
          askedHours: hoursOf(peakMinutes),
          agreedHours: hoursOf(agreedMinutes),
          isOver: peakMinutes > agreedMinutes,
        })),
      over: over
        .sort((a, b) => b.minutesOver - a.minutesOver || (a.personId < b.personId ? -1 : 1))
        .slice(0, SHOWN)
        .map((one) => {
          const row = byId.get(one.personId);
          return {
            ...overRow(one),
            name: row?.name ?? '',
            agreedHours: hoursOf(row?.agreedMinutes ?? 0),
          };
        }),
      overrides: await this.overrides(addDays(today, -FOUR_WEEKS)),
      offers: await this.db.rows<HoursOffer>(
        `select p.id as "personId", p.name, c.agreed_hours as "agreedHours", c.wanted_hours as "wantedHours"
         from champion c join person p on p.id = c.person_id
         where c.wanted_hours is not null order by p.name, p.id limit ${SHOWN}`,
      ),
    };
  }

  /** Overrides since a day, newest first, at most fifty. */
  private async overrides(since: Day): Promise<OverrideRow[]> {
    const rows = await this.db.rows<Omit<OverrideRow, 'hoursOver'> & { minutesOver: number }>(
      `select o.id, o.champion_id as "championId", p.name as "championName", o.kind, o.minutes_over as "minutesOver",
         o.reason, a.name as "actorName", o.at
       from capacity_override o join person p on p.id = o.champion_id left join person a on a.id = o.actor_id
       where o.at >= $1::date order by o.at desc, o.id limit ${SHOWN}`,
      [since],
    );
    return rows.map(({ minutesOver, ...row }) => ({ ...row, hoursOver: hoursOf(minutesOver) }));
  }
}
