import { Inject, Injectable } from '@nestjs/common';
import { ok, refuse, type Clock, type Day, type Result } from '@flipside/kernel';
import {
  answerHours,
  type ChampionRefusal,
  championRefusal,
  championStateOn,
  type HoursAgreement,
} from '@flipside/champions-domain';
import {
  barrier,
  CLOCK,
  CONFIG,
  Database,
  type Config,
  type Tx,
  type Viewer,
} from '@flipside/platform-api';
import { type Letter, writeLetter } from '../champion-mail.js';
import { programmeToday } from '../programme-today.js';
import { periodsOf, recordRoleLine } from './champion-record.js';
import { canRunProgramme } from './champion.policy.js';

export interface AnswerHoursInput {
  readonly personId: string;
  /** The hours that were looked at. */
  readonly hours: number;
  readonly isAgreed: boolean;
}

const inWords = (hours: number) => `${hours} ${hours === 1 ? 'hour' : 'hours'} a month`;

/** A remark on record, under whoever made it; the role stays as it is. */
async function remark(
  tx: Tx,
  {
    personId,
    today,
    ...by
  }: { personId: string; today: Day; actorId: string; reason: string; now: Date },
): Promise<void> {
  const state = championStateOn(await periodsOf(tx, personId), today);
  await recordRoleLine(tx, { personId, from: state, to: state, onDay: today, ...by });
}

/** Keeps on record that a champion gives less time from a day on, or again what was approved; nobody has to agree. */
export const recordHoursChanged = (
  tx: Tx,
  {
    personId,
    hours,
    before,
    ...at
  }: { personId: string; hours: number; before: number; today: Day; now: Date },
): Promise<void> =>
  remark(tx, {
    personId,
    actorId: personId,
    reason: `Gives ${inWords(hours)} instead of ${before}`,
    ...at,
  });

/** Keeps the wish for more hours on record, and tells the HR leads. */
export async function recordHoursAsked(
  tx: Tx,
  {
    viewer,
    hours,
    agreed,
    today,
    now,
  }: { viewer: Viewer; hours: number; agreed: number; today: Day; now: Date },
  baseUrl: string,
): Promise<void> {
  const { personId } = viewer;
  await remark(tx, {
    personId,
    today,
    actorId: personId,
    reason: `Asks for ${inWords(hours)}`,
    now,
  });
  const leads = await tx.rows<{ id: string; name: string; email: string | null }>(
    `select p.id, p.name, p.email from role_grant g join person p on p.id = g.person_id
     where g.role = 'HR_LEAD' and p.id <> $1 order by p.id`,
    [personId],
  );
  for (const lead of leads) {
    await writeHoursQuestion(tx, { champion: viewer, hours, agreed, today, lead }, baseUrl);
  }
}

/** Asks a lead of the programme whether a champion may give more time. */
export const writeHoursQuestion = (
  tx: Tx,
  asked: {
    champion: { personId: string; name: string };
    hours: number;
    agreed: number;
    today: Day;
    lead: Letter['to'];
  },
  baseUrl: string,
): Promise<void> => {
  const { champion, hours, agreed, today, lead } = asked;
  return writeLetter(tx, {
    dedupeKey: `hours-asked:${champion.personId}:${hours}:${today}:${lead.id}`,
    kind: 'hours_asked',
    to: lead,
    subject: `${champion.name} offers more time as a champion`,
    paragraphs: [
      `${champion.name} would give ${inWords(hours)} instead of ${inWords(agreed)}. Until you say yes, nothing more is asked of them.`,
    ],
    button: { label: 'Answer', href: `${baseUrl}/champions/${champion.personId}` },
  });
};

/** Tells a champion what the programme said to more hours. */
export const writeHoursAnswer = (
  tx: Tx,
  {
    champion,
    hours,
    agreed,
    isAgreed,
    now,
  }: { champion: Letter['to']; hours: number; agreed: number; isAgreed: boolean; now: Date },
  baseUrl: string,
): Promise<void> =>
  writeLetter(tx, {
    dedupeKey: `hours-answered:${champion.id}:${hours}:${now.toISOString()}`,
    kind: 'hours_answered',
    to: champion,
    subject: isAgreed
      ? `You are a champion for ${inWords(hours)} from now on`
      : `Your time as a champion stays at ${inWords(agreed)}`,
    paragraphs: [
      isAgreed
        ? 'The programme agrees. Take less whenever you need to; nobody has to agree to that.'
        : 'Thank you for the offer. The programme does not need more of your time at present.',
    ],
    button: { label: 'Open my load', href: `${baseUrl}/load` },
  });

/** The programme says yes to more hours, or leaves them as they are. The champion is told either way. */
@Injectable()
export class AnswerHours {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Pick<Config, 'baseUrl'>,
  ) {}

  async run(
    viewer: Viewer,
    { personId, hours, isAgreed }: AnswerHoursInput,
  ): Promise<Result<{ personId: string }, ChampionRefusal>> {
    if (!canRunProgramme(viewer)) throw barrier('NOT_FOUND');
    return this.db.transaction(async (tx) => {
      const before = await tx.one<
        HoursAgreement & { id: string; name: string; email: string | null }
      >(
        `select c.agreed_hours as agreed, coalesce(c.approved_hours, c.agreed_hours) as approved,
           c.wanted_hours as wanted, p.id, p.name, p.email
         from champion c join person p on p.id = c.person_id where c.person_id = $1 for update of c`,
        [personId],
      );
      if (!before) throw barrier('NOT_FOUND');
      if (before.wanted !== hours) return refuse(championRefusal('HOURS_NOT_ASKED'));
      const after = answerHours(before, isAgreed);
      const { today } = await programmeToday(tx, this.clock);
      await tx.execute(
        `update champion set agreed_hours = $2, approved_hours = $3, wanted_hours = null, version = version + 1,
           hours_since = case when agreed_hours = $2 then hours_since else $4::date end
         where person_id = $1`,
        [personId, after.agreed, after.approved, today],
      );
      const now = this.clock.now();
      const reason = isAgreed ? `${inWords(hours)} agreed` : `Stays at ${inWords(after.agreed)}`;
      await remark(tx, { personId, today, actorId: viewer.personId, reason, now });
      await writeHoursAnswer(
        tx,
        { champion: before, hours, agreed: after.agreed, isAgreed, now },
        this.config.baseUrl,
      );
      return ok({ personId });
    });
  }
}
