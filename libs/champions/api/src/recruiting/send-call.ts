import { Inject, Injectable } from '@nestjs/common';
import {
  addDays,
  isDay,
  newId,
  ok,
  refuse,
  type Clock,
  type Day,
  type Result,
} from '@flipside/kernel';
import {
  CALL_LIMITS,
  type CallAudience,
  type CallLanguage,
  type ChampionRefusal,
  championRefusal,
} from '@flipside/champions-domain';
import {
  barrier,
  CLOCK,
  CONFIG,
  type Config,
  Database,
  idempotent,
  type Tx,
  type Viewer,
} from '@flipside/platform-api';
import { type Letter, writeLetter } from '../champion-mail.js';
import { canRunProgramme } from '../champions/champion.policy.js';
import { CoverageReader } from '../coverage/coverage.reader.js';
import type { PlaceAsked } from '../coverage/place.js';
import { programmeToday } from '../programme-today.js';
import { RecruitingReader } from './recruiting.reader.js';

export interface SendCallInput extends PlaceAsked {
  readonly audience: CallAudience;
  readonly language: CallLanguage;
  readonly subject: string;
  readonly body: string;
  readonly answerBy?: Day | null;
  /** The strategic priority it is for, if for one. */
  readonly priorityId?: string | null;
  /** Made when the sheet opens; sending twice asks once. */
  readonly key: string;
}

const BUTTON: Record<CallLanguage, string> = {
  en: 'Answer',
  de: 'Antworten',
  fr: 'Répondre',
  es: 'Responder',
};

/**
 * Asks the managers or the people of a place for champions, each with a letter of their own, and keeps who was asked. A
 * link that is handed out instead is a call as well: whoever answers through it is kept.
 */
@Injectable()
export class SendCall {
  constructor(
    private readonly db: Database,
    private readonly reader: RecruitingReader,
    private readonly coverage: CoverageReader,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Pick<Config, 'baseUrl'>,
  ) {}

  async run(
    viewer: Viewer,
    input: SendCallInput,
  ): Promise<
    Result<{ callId: string; link: string; asked: number; mailed: number }, ChampionRefusal>
  > {
    if (!canRunProgramme(viewer)) throw barrier('NOT_FOUND');
    const [subject, body] = [input.subject.trim(), input.body.trim()];
    if (subject === '' || subject.length > CALL_LIMITS.subject)
      return refuse(championRefusal('SUBJECT_MISSING', 'subject'));
    if (body === '' || body.length > CALL_LIMITS.body)
      return refuse(championRefusal('MESSAGE_MISSING', 'body'));
    const { today } = await programmeToday(this.db, this.clock);
    const { answerBy } = input;
    if (
      answerBy != null &&
      (!isDay(answerBy) || answerBy <= today || answerBy > addDays(today, 366))
    ) {
      return refuse(championRefusal('ANSWER_BY_OUT_OF_RANGE', 'answerBy'));
    }
    const place = await this.coverage.place(input);
    const people = await this.reader.recipients(place, input.audience, today);
    if (input.audience !== 'link' && people.length === 0)
      return refuse(championRefusal('NOBODY_TO_ASK', 'audience'));
    if (people.length > CALL_LIMITS.recipients)
      return refuse(championRefusal('TOO_MANY_TO_ASK', 'audience'));

    return this.db.transaction((tx) =>
      idempotent(tx, { actorId: viewer.personId, key: input.key, request: input }, async () => {
        const callId = newId();
        await tx.execute(
          `insert into recruiting_call (id, org_unit_id, location_id, level, audience, language, subject, body, wanted, answer_by, created_by, created_at, priority_id)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, (select id from strategic_priority where id = $13))`,
          [
            callId,
            place.unitId,
            place.locationId,
            place.level,
            input.audience,
            input.language,
            subject,
            body,
            place.figure.gap,
            answerBy ?? null,
            viewer.personId,
            this.clock.now(),
            input.priorityId ?? null,
          ],
        );
        await tx.execute(
          `insert into recruiting_recipient (call_id, person_id, is_mailed)
           select $1, id, mailed from jsonb_to_recordset($2::jsonb) as r(id uuid, mailed boolean)`,
          [callId, JSON.stringify(people.map(({ id, email }) => ({ id, mailed: email !== null })))],
        );
        for (const person of people) {
          const call = { callId, to: person, subject, body, language: input.language };
          await writeCall(tx, call, this.config.baseUrl);
        }
        return ok({
          callId,
          link: `${this.config.baseUrl}/calls/${callId}`,
          asked: people.length,
          mailed: people.filter(({ email }) => email !== null).length,
        });
      }),
    );
  }
}

/** The call in the programme's own words. */
export const writeCall = (
  tx: Tx,
  call: {
    callId: string;
    to: Letter['to'];
    subject: string;
    body: string;
    language: CallLanguage;
  },
  baseUrl: string,
): Promise<void> =>
  writeLetter(tx, {
    dedupeKey: `call:${call.callId}:${call.to.id}`,
    kind: 'recruiting',
    to: call.to,
    subject: call.subject,
    paragraphs: call.body.split(/\n\s*\n/u),
    button: { label: BUTTON[call.language], href: `${baseUrl}/calls/${call.callId}` },
  });
