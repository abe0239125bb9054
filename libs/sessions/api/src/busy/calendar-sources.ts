import { Inject, Injectable } from '@nestjs/common';
import { newId, ok, refuse, type Result } from '@flipside/kernel';
import {
  CONFIG,
  Database,
  decrypt,
  encrypt,
  enqueue,
  wrappingKey,
  type Config,
  type Viewer,
} from '@flipside/platform-api';
import { sessionRefusal, type SessionRefusal } from '@flipside/sessions-domain';
import { calendarUrl, CalendarProblem } from './guarded-fetch.js';
import { refreshSource } from './refresh-busy.job.js';

/** A calendar as its owner sees it: where it is, and whether it can be read. */
export interface CalendarSource {
  readonly id: string;
  readonly kind: 'ics' | 'caldav';
  readonly host: string;
  readonly isAllDayBusy: boolean;
  readonly state: 'new' | 'ok' | 'failing';
  readonly problem: string | null;
  readonly unknownZones: readonly string[];
  readonly readAt: Date | null;
  readonly busyTimes: number;
}

const MOST_SOURCES = 5;
const LONGEST_ADDRESS = 2000;

/** What a stored password belongs to: copied into another row it stays closed. */
const boundTo = (sourceId: string): string => `calendar_source ${sourceId}`;

export const openPassword = (config: Config, sourceId: string, sealed: Buffer): string =>
  decrypt(wrappingKey(config.secret).key, sealed, boundTo(sourceId)).toString('utf8');

/** Adds a published calendar of one's own; its busy times are read in the background at once. */
@Injectable()
export class AddCalendarSource {
  constructor(
    private readonly db: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async run(
    viewer: Pick<Viewer, 'personId'>,
    wish: {
      kind: 'ics' | 'caldav';
      address: string;
      username?: string | null;
      password?: string | null;
      isAllDayBusy: boolean;
    },
  ): Promise<Result<{ sourceId: string }, SessionRefusal>> {
    let address: string;
    try {
      if (wish.address.length > LONGEST_ADDRESS) throw new CalendarProblem('Too long.');
      address = calendarUrl(wish.address, this.config.allowsPrivateCalendars).href;
    } catch (error) {
      if (!(error instanceof CalendarProblem)) throw error;
      return refuse({ ...sessionRefusal('CALENDAR_ADDRESS', 'address'), message: error.message });
    }
    const id = newId();
    const sealed = wish.password
      ? encrypt(wrappingKey(this.config.secret).key, Buffer.from(wish.password), boundTo(id))
      : null;
    return this.db.transaction(async (tx) => {
      await tx.rows('select 1 from person where id = $1 for no key update', [viewer.personId]);
      const count = await tx.one<{ n: number }>(
        'select count(*)::int as n from calendar_source where person_id = $1',
        [viewer.personId],
      );
      if ((count?.n ?? 0) >= MOST_SOURCES) return refuse(sessionRefusal('TOO_MANY_CALENDARS'));
      const added = await tx.execute(
        `insert into calendar_source (id, person_id, kind, address, username, password_sealed, is_all_day_busy)
         values ($1, $2, $3, $4, $5, $6, $7) on conflict (person_id, address) do nothing returning id`,
        [
          id,
          viewer.personId,
          wish.kind,
          address,
          wish.username?.trim() || null,
          sealed,
          wish.isAllDayBusy,
        ],
      );
      if (added === 0) return refuse(sessionRefusal('CALENDAR_KNOWN', 'address'));
      await enqueue(tx, refreshSource, { sourceId: id }, { key: `sessions.busy:${id}` });
      return ok({ sourceId: id });
    });
  }
}

/** Takes a calendar of one's own away, and every busy time that came from it. */
@Injectable()
export class RemoveCalendarSource {
  constructor(private readonly db: Database) {}

  async run(
    viewer: Pick<Viewer, 'personId'>,
    { sourceId }: { sourceId: string },
  ): Promise<Result<{ sourceId: string }, SessionRefusal>> {
    await this.db.transaction((tx) =>
      tx.execute('delete from calendar_source where id = $1 and person_id = $2', [
        sourceId,
        viewer.personId,
      ]),
    );
    return ok({ sourceId });
  }
}

@Injectable()
export class CalendarSourceReader {
  constructor(private readonly db: Database) {}

  /** One's own calendars, oldest first. The address itself is a secret and stays on the server. */
  async of(personId: string): Promise<CalendarSource[]> {
    const rows = await this.db.rows<Omit<CalendarSource, 'host'> & { address: string }>(
      `select id, kind, address, is_all_day_busy as "isAllDayBusy", state, problem, unknown_zones as "unknownZones",
         read_at as "readAt", (select count(*)::int from busy_interval b where b.source_id = c.id) as "busyTimes"
       from calendar_source c where person_id = $1 order by created_at, id`,
      [personId],
    );
    return rows.map(({ address, ...row }) => ({ ...row, host: new URL(address).host }));
  }
}
