import { Inject, Injectable } from '@nestjs/common';
import type { Clock, Day } from '@flipside/kernel';
import { QUIET_DAYS, RENEWAL_DAYS, WARN_DAYS } from '@flipside/champions-domain';
import { mailReaders } from '@flipside/people-api';
import { digestMoment } from '@flipside/people-domain';
import {
  CLOCK,
  CONFIG,
  Database,
  defineJob,
  defineTimer,
  type Config,
  type JobHandler,
  type Tx,
} from '@flipside/platform-api';
import { z } from 'zod';
import { dayInWords, type Letter, writeLetter } from '../champion-mail.js';
import { programmeToday } from '../programme-today.js';

type Nothing = Record<string, never>;

export const careForChampions = defineJob<Nothing>({
  name: 'champions.care-for-champions',
  payload: z.strictObject({}),
});

export const careForChampionsTimer = defineTimer({ cron: '*/30 * * * *', job: careForChampions });

/** Kinds of these letters; readers may choose not to get them. */
export const CARE_KINDS = ['champion_quiet', 'champion_term'] as const;

interface Due {
  readonly id: string;
  readonly on: Day;
}

type Told = Letter['to'] & Due;

/** As often as the timer: mail hours are chosen by half hours. */
const ROUND_MS = 30 * 60_000;
/** Travel, days off and holidays around a moment that say where somebody is and whether they work. */
const AROUND_MS = 3 * 86_400_000;

/**
 * Champions of whom nothing was recorded for 45 days, still before day 60, and not told so yet for this spell. Whoever
 * rests or is on leave is left alone, and later than that a letter comes too late: HR has them on a list.
 */
const QUIET = `
  select c.person_id as id, l.on_day as "on" from champion c
  join (
    select n.person_id, greatest(n.valid_from,
      (select max(a.on_day) from champion_act a where a.person_id = n.person_id and a.on_day <= $1)) as on_day
    from champion_period n
    where n.state = 'active' and n.valid_from <= $1 and n.valid_to > $1
  ) l on l.person_id = c.person_id
  join employment e on e.person_id = l.person_id and e.valid_from <= $1 and e.valid_to > $1 and e.status = 'active'
  where l.on_day <= $1::date - ${WARN_DAYS} and l.on_day > $1::date - ${QUIET_DAYS}
    and c.quiet_told_for is distinct from l.on_day
  for update of c`;

/** Champions whose term ends within 60 days and who were not asked about this end yet. */
const TERMS = `
  select c.person_id as id, c.term_ends_on as "on" from champion c
  join champion_period n on n.person_id = c.person_id
  join employment e on e.person_id = n.person_id and e.valid_from <= $1 and e.valid_to > $1
  where n.valid_from <= $1 and n.valid_to > c.term_ends_on
    and n.valid_to = (select max(valid_to) from champion_period x where x.person_id = c.person_id)
    and c.term_ends_on between $1::date and $1::date + ${RENEWAL_DAYS} and c.term_asked_for is distinct from c.term_ends_on
  for update of c`;

/**
 * Writes once to whoever fell silent, before the network stalls, and once about the end of each term: when the mail of
 * their day comes, on a day on which they work, on their own clock. Safe to run twice.
 */
@Injectable()
export class CareForChampions implements JobHandler<Nothing> {
  readonly job = careForChampions;

  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Pick<Config, 'baseUrl'>,
  ) {}

  async handle(): Promise<void> {
    const { baseUrl } = this.config;
    await this.db.transaction(async (tx) => {
      const now = this.clock.now();
      const { today } = await programmeToday(tx, this.clock);
      const quiet = await dueNow(tx, await tx.rows<Due>(QUIET, [today]), now);
      await mark(tx, 'quiet_told_for', quiet);
      for (const told of quiet) await writeQuietQuestion(tx, told, baseUrl);
      const terms = await dueNow(tx, await tx.rows<Due>(TERMS, [today]), now);
      await mark(tx, 'term_asked_for', terms);
      for (const told of terms) await writeTermQuestion(tx, told, baseUrl);
    });
  }
}

/** Those whose mail of the day has come since the last round. */
async function dueNow(tx: Tx, due: readonly Due[], now: Date): Promise<Told[]> {
  const [from, to] = [-AROUND_MS, AROUND_MS].map((ms) => new Date(now.getTime() + ms));
  const ids = due.map(({ id }) => id);
  const readers = await mailReaders(tx, ids, now, from ?? now, to ?? now);
  return due.flatMap(({ id, on }) => {
    const reader = readers.get(id);
    const moment = reader && digestMoment(reader.person, reader.hours, now, 'before');
    return moment && moment.getTime() > now.getTime() - ROUND_MS
      ? [{ id, name: reader.name, email: reader.email, on }]
      : [];
  });
}

const mark = (tx: Tx, column: 'quiet_told_for' | 'term_asked_for', told: readonly Told[]) =>
  tx.execute(
    `update champion c set ${column} = t.on_day
     from jsonb_to_recordset($1::jsonb) as t(id uuid, on_day date) where c.person_id = t.id`,
    [JSON.stringify(told.map(({ id, on }) => ({ id, on_day: on })))],
  );

/** Asks a champion of whom nothing is on record since a day; never a reproach. */
export const writeQuietQuestion = (tx: Tx, { on, ...to }: Told, baseUrl: string): Promise<void> =>
  writeLetter(tx, {
    dedupeKey: `champion-quiet:${to.id}:${on}`,
    kind: 'champion_quiet',
    to,
    subject: 'Is your time as a champion still right for you?',
    paragraphs: [
      `Since ${dayInWords(on)} nothing of what you do as a champion is on record. That happens, and much help leaves no trace.`,
      'An office hour or an answered help request shows colleagues that you are there. If it is too much at present, take a break or offer fewer hours; nobody has to agree.',
    ],
    button: { label: 'Open my load', href: `${baseUrl}/load` },
  });

/** Asks a champion whose term runs out whether it goes on. */
export const writeTermQuestion = (tx: Tx, { on, ...to }: Told, baseUrl: string): Promise<void> =>
  writeLetter(tx, {
    dedupeKey: `champion-term:${to.id}:${on}`,
    kind: 'champion_term',
    to,
    subject: `Your term as a champion runs until ${dayInWords(on)}`,
    paragraphs: [
      'Do you go on for one more term? Taking a break is fine, too, and so is stopping; neither needs a reason.',
    ],
    button: { label: 'Go on, rest or stop', href: `${baseUrl}/load` },
  });
