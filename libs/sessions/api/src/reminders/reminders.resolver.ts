import { Inject } from '@nestjs/common';
import { Field, ID, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import type { Clock } from '@flipside/kernel';
import {
  CLOCK,
  CurrentViewer,
  Database,
  InstantScalar,
  Roles,
  type Viewer,
} from '@flipside/platform-api';
import {
  clockInWords,
  dayInWords,
  REMINDER_TOPICS,
  timetableRow,
  wallTimeOf,
  type ReminderKind,
} from '@flipside/sessions-domain';

/** As far as anybody looks ahead. */
const MOST = 10;
const COUNT_DAYS = 30;

@ObjectType({ description: 'A mail that will reach the viewer, unless it is done before.' })
export class ComingReminder {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field({ description: 'What it is, in a few words.' })
  label!: string;

  @Field({ description: 'Who the session is with.' })
  about!: string;

  @Field(() => InstantScalar, { description: 'When it comes.' })
  dueAt!: Date;

  @Field({ description: 'The same on the viewer’s clock, in words.' })
  dueInWords!: string;
}

@ObjectType({ description: 'How many reminders went; never whose.' })
export class ReminderCounts {
  @Field(() => Int, { description: 'Sent in the last 30 days.' })
  sent!: number;

  @Field(() => Int, {
    description: 'Too late in the last 30 days: no worker ran when their moment came.',
  })
  tooLate!: number;
}

@Resolver()
export class RemindersResolver {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Query(() => [ComingReminder], { description: 'The next mails that wait for the viewer.' })
  @Roles('EMPLOYEE')
  async myComingReminders(@CurrentViewer() viewer: Viewer): Promise<ComingReminder[]> {
    const rows = await this.db.rows<{ id: string; kind: ReminderKind; about: string; dueAt: Date }>(
      `select r.id, r.kind, r.due_at as "dueAt",
         case when p.champion_id = r.person_id then e.name when p.executive_id = r.person_id then c.name
           else e.name || ' and ' || c.name end as about
       from reminder r join session s on s.id = r.session_id and s.starts_at = r.starts_at join pairing p on p.id = s.pairing_id
       join person e on e.id = p.executive_id join person c on c.id = p.champion_id
       where r.person_id = $1 and r.state = 'waiting' and r.due_at > $2
       order by r.due_at, r.id limit ${MOST}`,
      [viewer.personId, this.clock.now()],
    );
    return rows.map(({ kind, ...row }) => {
      const at = wallTimeOf(row.dueAt, viewer.timeZone);
      return {
        ...row,
        label: REMINDER_TOPICS[timetableRow(kind).topic].label,
        dueInWords: `${dayInWords(at.day)}, ${clockInWords(at.time)}`,
      };
    });
  }

  @Query(() => ReminderCounts, {
    description: 'How many reminders went, and how many came too late.',
  })
  // Whoever looks after mail sees each one that went. How many wait or were not needed would tell that somebody acted.
  @Roles('ADMINISTRATOR')
  async reminderCounts(): Promise<ReminderCounts> {
    const since = new Date(this.clock.now().getTime() - COUNT_DAYS * 86_400_000);
    const counts = await this.db.one<ReminderCounts>(
      `select count(*) filter (where state = 'sent' and settled_at > $1) as sent,
         count(*) filter (where state = 'too_late' and settled_at > $1) as "tooLate"
       from reminder`,
      [since],
    );
    return counts ?? { sent: 0, tooLate: 0 };
  }
}
