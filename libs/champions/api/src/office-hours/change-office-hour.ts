import { Inject, Injectable } from '@nestjs/common';
import { ok, refuse, type Clock, type Day, type Result } from '@flipside/kernel';
import { type ChampionRefusal, championRefusal } from '@flipside/champions-domain';
import {
  barrier,
  CLOCK,
  CONFIG,
  Database,
  type Config,
  type Tx,
  type Viewer,
} from '@flipside/platform-api';
import { dayInWords, type Letter, writeLetter } from '../champion-mail.js';

interface OfficeHourRecord {
  readonly championId: string;
  readonly topic: string;
  readonly onDay: string;
  readonly startsAt: Date;
  readonly places: number | null;
  readonly calledOffAt: Date | null;
}

type Done = Promise<Result<{ officeHourId: string }, ChampionRefusal>>;

const lockOfficeHour = (tx: Tx, id: string): Promise<OfficeHourRecord | null> =>
  tx.one<OfficeHourRecord>(
    `select champion_id as "championId", topic, on_day as "onDay", starts_at as "startsAt", places, called_off_at as "calledOffAt"
     from office_hour where id = $1 for update`,
    [id],
  );

/** Booking and giving back a place, and calling the whole hour off. */
@Injectable()
export class ChangeOfficeHour {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Pick<Config, 'baseUrl'>,
  ) {}

  /** Books a place; a second press changes the note. @throws Barrier NOT_FOUND for one called off */
  book(viewer: Viewer, { officeHourId, note }: { officeHourId: string; note: string }): Done {
    return this.db.transaction(async (tx) => {
      const hour = await lockOfficeHour(tx, officeHourId);
      if (!hour || hour.calledOffAt) throw barrier('NOT_FOUND');
      if (hour.places === null) return refuse(championRefusal('DROP_IN'));
      if (hour.startsAt <= this.clock.now()) return refuse(championRefusal('OFFICE_HOUR_OVER'));
      if (hour.championId === viewer.personId) return refuse(championRefusal('OWN_OFFICE_HOUR'));
      const others = await tx.one<{ count: number }>(
        `select count(*)::int as count from office_hour_place where office_hour_id = $1 and person_id <> $2`,
        [officeHourId, viewer.personId],
      );
      if ((others?.count ?? 0) >= hour.places) return refuse(championRefusal('PLACES_TAKEN'));
      await tx.execute(
        `insert into office_hour_place (office_hour_id, person_id, note, at) values ($1, $2, $3, $4)
         on conflict (office_hour_id, person_id) do update set note = excluded.note`,
        [officeHourId, viewer.personId, note.trim().slice(0, 500), this.clock.now()],
      );
      return ok({ officeHourId });
    });
  }

  /** Gives the viewer's place back; without one nothing happens. */
  leave(viewer: Viewer, { officeHourId }: { officeHourId: string }): Done {
    return this.db.transaction(async (tx) => {
      if (!(await lockOfficeHour(tx, officeHourId))) throw barrier('NOT_FOUND');
      await tx.execute(
        'delete from office_hour_place where office_hour_id = $1 and person_id = $2',
        [officeHourId, viewer.personId],
      );
      return ok({ officeHourId });
    });
  }

  /** The champion calls it off; whoever booked is told. */
  callOff(viewer: Viewer, { officeHourId }: { officeHourId: string }): Done {
    return this.db.transaction(async (tx) => {
      const hour = await lockOfficeHour(tx, officeHourId);
      if (hour?.championId !== viewer.personId) throw barrier('NOT_FOUND');
      if (hour.calledOffAt) return ok({ officeHourId });
      if (hour.startsAt <= this.clock.now()) return refuse(championRefusal('OFFICE_HOUR_OVER'));
      await tx.execute('update office_hour set called_off_at = $2 where id = $1', [
        officeHourId,
        this.clock.now(),
      ]);
      const guests = await tx.rows<{ id: string; name: string; email: string | null }>(
        `select p.id, p.name, p.email from office_hour_place o join person p on p.id = o.person_id
         where o.office_hour_id = $1`,
        [officeHourId],
      );
      for (const to of guests) {
        const { onDay, topic } = hour;
        const calledOff = { officeHourId, to, championName: viewer.name, onDay, topic };
        await writeCalledOff(tx, calledOff, this.config.baseUrl);
      }
      return ok({ officeHourId });
    });
  }
}

/** Tells whoever booked a place that the champion cannot hold the hour. */
export const writeCalledOff = (
  tx: Tx,
  called: {
    officeHourId: string;
    to: Letter['to'];
    championName: string;
    onDay: Day;
    topic: string;
  },
  baseUrl: string,
): Promise<void> =>
  writeLetter(tx, {
    dedupeKey: `office-hour-off:${called.officeHourId}:${called.to.id}`,
    kind: 'office_hour_off',
    to: called.to,
    subject: `The office hour on ${dayInWords(called.onDay)} is called off`,
    paragraphs: [
      `${called.championName} cannot hold the office hour about ${called.topic} on ${dayInWords(called.onDay)}.`,
    ],
    button: { label: 'Ask a champion instead', href: `${baseUrl}/help` },
  });
