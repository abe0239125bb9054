import { Inject, Injectable } from '@nestjs/common';
import type { Clock, Day } from '@flipside/kernel';
import { QUIET_DAYS, RENEWAL_DAYS, WARN_DAYS } from '@flipside/champions-domain';
import { zoneSql } from '@flipside/people-api';
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

export const careForChampionsTimer = defineTimer({ cron: '25 * * * *', job: careForChampions });

/** Kinds of these letters; readers may choose not to get them. */
export const CARE_KINDS = ['champion_quiet', 'champion_term'] as const;

type Told = Letter['to'] & { readonly on: Day };

/** Nobody is written to about their role at night or at the weekend: in their own morning, Monday to Friday. */
const IN_THE_MORNING = `extract(hour from $2::timestamptz at time zone ${zoneSql('p')}) = 9
    and extract(isodow from $2::timestamptz at time zone ${zoneSql('p')}) <= 5`;

/**
 * Champions of whom nothing was recorded for 45 days, still before day 60, and not told so yet for this spell. Whoever
 * rests or is on leave is left alone, and later than that a letter comes too late: HR has them on a list.
 */
const QUIET = `
  update champion c set quiet_told_for = l.on_day
  from (
    select n.person_id, greatest(n.valid_from,
      (select max(a.on_day) from champion_act a where a.person_id = n.person_id and a.on_day <= $1)) as on_day
    from champion_period n
    where n.state = 'active' and n.valid_from <= $1 and n.valid_to > $1
  ) l
  join employment e on e.person_id = l.person_id and e.valid_from <= $1 and e.valid_to > $1 and e.status = 'active'
  join person p on p.id = l.person_id and p.email is not null
  where c.person_id = l.person_id and l.on_day <= $1::date - ${WARN_DAYS} and l.on_day > $1::date - ${QUIET_DAYS}
    and c.quiet_told_for is distinct from l.on_day
    and ${IN_THE_MORNING}
  returning p.id, p.name, p.email, l.on_day as "on"`;

/** Champions whose term ends within 60 days and who were not asked about this end yet. */
const TERMS = `
  update champion c set term_asked_for = c.term_ends_on
  from champion_period n
  join employment e on e.person_id = n.person_id and e.valid_from <= $1 and e.valid_to > $1
  join person p on p.id = n.person_id and p.email is not null
  where n.person_id = c.person_id and n.valid_from <= $1 and n.valid_to > c.term_ends_on
    and n.valid_to = (select max(valid_to) from champion_period x where x.person_id = c.person_id)
    and c.term_ends_on between $1::date and $1::date + ${RENEWAL_DAYS} and c.term_asked_for is distinct from c.term_ends_on
    and ${IN_THE_MORNING}
  returning p.id, p.name, p.email, c.term_ends_on as "on"`;

/** Writes once to whoever fell silent, before the network stalls, and once about the end of each term. Safe to run twice. */
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
      const quiet = await tx.rows<Told>(QUIET, [today, now]);
      for (const told of quiet) await writeQuietQuestion(tx, told, baseUrl);
      const terms = await tx.rows<Told>(TERMS, [today, now]);
      for (const told of terms) await writeTermQuestion(tx, told, baseUrl);
    });
  }
}

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
