import { dayOfInstant, type Clock, type Day } from '@flipside/kernel';
import { ASK_WITHIN_DAYS, checkDueOn } from '@flipside/learnings-domain';
import {
  actionLink,
  CLOCK,
  CONFIG,
  Database,
  defineJob,
  defineTimer,
  enqueueMail,
  mailHtml,
  type Config,
  type JobHandler,
  type Tx,
} from '@flipside/platform-api';
import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { practiceByMail } from './practice-action.js';

type Nothing = Record<string, never>;

const askPractices = defineJob<Nothing>({
  name: 'learnings.ask-practices',
  payload: z.strictObject({}),
});
/** Every hour, so that it is morning for everybody once a day. */
export const askPracticesTimer = defineTimer({ cron: '10 * * * *', job: askPractices });

const FROM_HOUR = 9;
const UNTIL_HOUR = 17;

interface Candidate {
  learningId: string;
  personId: string;
  name: string;
  email: string | null;
  zone: string;
  createdAt: Date;
  asked: number[];
}

/**
 * Puts the question of day 30, 60 and 90 on the right day in the person's own time zone, once. The mail carries no word
 * of what was written: an assistant may read it too.
 */
@Injectable()
export class AskPractices implements JobHandler<Nothing> {
  readonly job = askPractices;

  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async handle(): Promise<void> {
    const now = this.clock.now();
    await this.db.transaction(async (tx) => {
      const candidates = await tx.rows<Candidate>(
        `select l.id as "learningId", p.id as "personId", p.name, p.email, l.created_at as "createdAt",
           coalesce(p.time_zone, o.time_zone, (select default_time_zone from programme)) as zone,
           array(select after_days from practice_check c where c.learning_id = l.id) as asked
         from learning l join person p on p.id = l.person_id
         left join employment m on m.person_id = p.id and m.valid_to = 'infinity'
         left join location o on o.id = m.location_id
         where l.retired_at is null and l.created_at > $1::timestamptz - make_interval(days => ${91 + ASK_WITHIN_DAYS})
           and l.created_at < $1::timestamptz - interval '29 days'
         order by l.id for update of l skip locked`,
        [now],
      );
      for (const candidate of candidates) await this.ask(tx, candidate, now);
    });
  }

  private async ask(tx: Tx, candidate: Candidate, now: Date): Promise<void> {
    const { learningId, personId, name, email, zone, createdAt, asked } = candidate;
    const writtenOn = dayOfInstant(createdAt, zone);
    const days = checkDueOn(writtenOn, dayOfInstant(now, zone));
    const hour = hourIn(zone, now);
    if (days === null || asked.includes(days) || hour < FROM_HOUR || hour >= UNTIL_HOUR) return;
    await tx.execute(
      `insert into practice_check (learning_id, after_days, asked_at) values ($1, $2, $3)`,
      [learningId, days, now],
    );
    if (email === null) return;
    const question = { learningId, days, writtenOn, now };
    await writePracticeQuestion(tx, this.config, { id: personId, name, email }, question);
  }
}

/** Asks with one link whether a practice lasts. No word of what was written is in it. */
export async function writePracticeQuestion(
  tx: Tx,
  config: Pick<Config, 'baseUrl'>,
  to: { readonly id: string; readonly name: string; readonly email: string },
  asked: { learningId: string; days: number; writtenOn: Day; now: Date },
): Promise<void> {
  const { learningId, days, writtenOn, now } = asked;
  const href = await actionLink(tx, config, {
    action: practiceByMail,
    personId: to.id,
    subject: { learningId, afterDays: days },
    now,
  });
  const heading = 'Still doing it?';
  const paragraphs = [
    `On ${dayWords(writtenOn)} you wrote down something you learned. ${days} days later we ask once: do you still do it, and would you go back? One tap is enough.`,
    'What you wrote is not in this mail. Silence counts as silence, never as a yes.',
  ];
  const button = { label: 'Answer with one tap', href };
  await enqueueMail(tx, {
    dedupeKey: `practice-check:${learningId}:${days}`,
    kind: 'practice_check',
    personId: to.id,
    to: { name: to.name, email: to.email },
    topics: ['practice_questions'],
    subject: heading,
    text: [heading, ...paragraphs, `${button.label}: ${href}`].join('\n\n') + '\n',
    html: mailHtml({ heading, paragraphs, buttons: [button] }),
  });
}

const hourIn = (zone: string, at: Date): number =>
  Number(
    new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', hourCycle: 'h23' }).format(
      at,
    ),
  );

/** "2026-10-25" → "25 October". */
export const dayWords = (day: Day): string =>
  new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );
