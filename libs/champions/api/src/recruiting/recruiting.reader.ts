import { Inject, Injectable } from '@nestjs/common';
import type { Clock, Day } from '@flipside/kernel';
import {
  CALL_LANGUAGES,
  type CallAudience,
  type CallFit,
  type CallLanguage,
  type CallPlace,
  callPlace,
  callText,
  languageFor,
  type PriorityStanding,
  unitSentence,
} from '@flipside/champions-domain';
import { barrier, CLOCK, Database, type Viewer } from '@flipside/platform-api';
import { CoverageReader } from '../coverage/coverage.reader.js';
import type { PlaceAsked } from '../coverage/place.js';
import { programmeToday } from '../programme-today.js';

export interface Recipient {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly email: string | null;
  readonly languages: readonly string[];
}

export interface CallDraft {
  /** "Logistics", "Pune", "Logistics in Pune" or "Level 4 in Logistics". */
  readonly placeName: string;
  readonly sentence: string;
  readonly wanted: number;
  /** What acceptance by as many as are wanted would make of the place and the company. */
  readonly afterSentence: string;
  readonly language: CallLanguage;
  readonly texts: {
    language: CallLanguage;
    audience: CallAudience;
    subject: string;
    body: string;
  }[];
  readonly managers: Recipient[];
  /** People who would be asked when everybody is. */
  readonly peopleCount: number;
  readonly answerBy: Day;
  readonly sent: SentCall[];
}

export interface SentCall {
  readonly id: string;
  /** What it was about: the place, or a site or a level of it. */
  readonly placeName: string;
  readonly audience: CallAudience;
  readonly subject: string;
  readonly createdAt: Date;
  readonly answerBy: Day | null;
  readonly asked: number;
  /** Of those asked, and others through the link, who nominated somebody of the unit or themselves since. */
  readonly nominated: number;
  readonly notNow: number;
  readonly waiting: number;
  /** Nominations that name this call, by whoever was asked or had it passed on. */
  readonly nominations: number;
  /** Who was asked and how they answered: those waiting first, by name. */
  readonly answers: { readonly name: string; readonly answer: CallForMe['answer'] }[];
}

export interface CallForMe {
  readonly id: string;
  readonly placeName: string;
  readonly subject: string;
  readonly body: string;
  readonly answerBy: Day | null;
  readonly answer: 'nominated' | 'not_now' | null;
}

/** Whoever was asked by c has nominated for it, or since, before nominations named their call. */
const HAS_NOMINATED = `exists (
  select from nomination x where x.nominator_id = r.person_id
    and (x.call_id = c.id or (x.call_id is null and x.created_at >= c.created_at)))`;

/** The unit $1 and everything below it on the day $2; nothing when only a site is asked for. */
const INSIDE = `
  inside as (
    select $1::uuid as id
    union
    select t.org_unit_id from org_unit_placement t join inside on inside.id = t.parent_id
    where t.valid_from <= $2 and t.valid_to > $2
  )`;

/** Who works there on the day $2: in the unit $1, at the site $3, at the level $4, whichever is given. */
const THERE = `e.valid_from <= $2 and e.valid_to > $2 and e.status = 'active'
    and ($1::uuid is null or e.org_unit_id in (select id from inside))
    and ($3::uuid is null or e.location_id = $3)
    and ($4::int is null or e.level = $4)`;

const PEOPLE = `
  select p.id, p.name, p.title, p.email, p.languages
  from employment e join person p on p.id = e.person_id
  where ${THERE}
    and e.employment_type = any ((select eligible_types from programme)::text[])
    and not exists (select from champion_period c where c.person_id = p.id and c.valid_from <= $2 and c.valid_to > $2)`;

/** Whoever these people report to, wherever they sit themselves, those with the most of them first. */
const MANAGERS = `
  with recursive ${INSIDE}
  select m.id, m.name, m.title, m.email, m.languages
  from employment e join person m on m.id = e.manager_id
  join employment me on me.person_id = m.id and me.valid_from <= $2 and me.valid_to > $2
  where ${THERE}
  group by m.id order by count(*) desc, m.name, m.id`;

const WRITTEN_TO: readonly CallAudience[] = ['managers', 'people'];
const DAYS_TO_ANSWER = 14;

@Injectable()
export class RecruitingReader {
  constructor(
    private readonly db: Database,
    private readonly coverage: CoverageReader,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Everything the sheet needs to send in one more click. For a priority it asks for as many as that lacks; one of a
   * product or a language speaks of that instead of the place. @throws Barrier NOT_FOUND for an unknown place
   */
  async draft(asked: PlaceAsked, lacking: PriorityStanding | null = null): Promise<CallDraft> {
    const [place, { today, hours }] = await Promise.all([
      this.coverage.place(asked),
      programmeToday(this.db, this.clock),
    ]);
    const [managers, people, sent] = await Promise.all([
      this.recipients(asked, 'managers', today),
      this.recipients(asked, 'people', today),
      this.sent(asked, lacking?.priority.id ?? null),
    ]);
    const { figure } = place;
    const fit = lacking && fitOf(lacking);
    const wanted = Math.max(1, fit ? lacking.gap : figure.gap);
    const names = {
      unitName: place.unit?.name ?? null,
      siteName: place.site?.name ?? null,
      level: place.level,
    };
    const placeName = placeNameOf(names);
    const facts = { ...names, people: figure.people, wanted, hours, fit };
    const after = place.after(wanted);
    const sharedWith = !place.unit
      ? 'the company'
      : place.figure === place.unit
        ? 'the unit above'
        : place.unit.name;
    const inWords = (one: typeof figure) => unitSentence({ ...one, name: placeName }, sharedWith);
    return {
      placeName,
      sentence: `${lacking ? `${standingInWords(lacking)} ` : ''}${inWords(figure)}`,
      wanted,
      afterSentence: `With ${wanted} more: ${inWords(after.figure)} The company would have ${after.company.champions} champions and needs ${after.company.required}.`,
      language: languageFor(
        (people.length > 0 ? people : managers).map(({ languages }) => languages),
      ),
      texts: CALL_LANGUAGES.flatMap((language) =>
        WRITTEN_TO.map((audience) => ({
          language,
          audience,
          ...callText(language, audience, facts),
        })),
      ),
      managers,
      peopleCount: people.length,
      answerBy: new Date(Date.parse(today) + DAYS_TO_ANSWER * 86_400_000)
        .toISOString()
        .slice(0, 10),
      sent,
    };
  }

  /** Nobody for a link. Only people with an address can be mailed; the others are listed all the same. */
  recipients(
    { unitId, locationId, level }: PlaceAsked,
    audience: CallAudience,
    today: Day,
  ): Promise<Recipient[]> {
    if (audience === 'link') return Promise.resolve([]);
    const sql =
      audience === 'managers'
        ? MANAGERS
        : `with recursive ${INSIDE} ${PEOPLE} order by p.name, p.id`;
    return this.db.rows<Recipient>(sql, [unitId, today, locationId, level]);
  }

  /**
   * The latest calls of a place, newest first, with who answered how: a nomination is an answer. Those of a unit include
   * its calls at single sites and levels; those of a site or a level all calls there; those of a priority all for it.
   */
  async sent(
    { unitId, locationId, level }: PlaceAsked,
    priorityId: string | null = null,
  ): Promise<SentCall[]> {
    const rows = await this.db.rows<
      Omit<SentCall, 'waiting' | 'placeName'> & CallPlace & { answered: number }
    >(
      `select c.id, u.name as "unitName", l.name as "siteName", c.level, c.audience, c.subject, c.created_at as "createdAt", c.answer_by as "answerBy",
         count(r.person_id) as asked,
         count(r.person_id) filter (where n.yes) as nominated,
         count(r.person_id) filter (where r.answer = 'not_now' and not n.yes) as "notNow",
         count(r.person_id) filter (where r.answer is not null or n.yes) as answered,
         (select count(*) from nomination x where x.call_id = c.id) as nominations,
         coalesce(json_agg(json_build_object('name', p.name, 'answer', case when n.yes then 'nominated' else r.answer end)
           order by n.yes or r.answer is not null, p.name) filter (where p.id is not null), '[]') as answers
       from (select * from recruiting_call
         where case when $4::uuid is not null then priority_id = $4
           else ($1::uuid is null or org_unit_id = $1) and ($2::uuid is null or location_id = $2)
             and ($3::int is null or level = $3) end
         order by created_at desc, id limit 5) c
       left join org_unit u on u.id = c.org_unit_id
       left join location l on l.id = c.location_id
       left join recruiting_recipient r on r.call_id = c.id
       left join person p on p.id = r.person_id
       left join lateral (select ${HAS_NOMINATED} as yes) n on true
       group by c.id, u.name, l.name, c.level, c.audience, c.subject, c.created_at, c.answer_by order by c.created_at desc, c.id`,
      [unitId, locationId, level, priorityId],
    );
    return rows.map(({ answered, unitName, siteName, level: at, ...row }) => ({
      ...row,
      placeName: placeNameOf({ unitName, siteName, level: at }),
      waiting: row.asked - answered,
    }));
  }

  /** What somebody who was asked reads, or whoever has the link of a call that is handed out. @throws Barrier NOT_FOUND for anybody else */
  async forMe(viewer: Viewer, callId: string): Promise<CallForMe> {
    const row = await this.db.one<Omit<CallForMe, 'placeName'> & CallPlace>(
      `select c.id, u.name as "unitName", l.name as "siteName", c.level, c.subject, c.body, c.answer_by as "answerBy",
         case when ${HAS_NOMINATED} then 'nominated' else r.answer end as answer
       from recruiting_call c
       left join org_unit u on u.id = c.org_unit_id
       left join location l on l.id = c.location_id
       left join recruiting_recipient r on r.call_id = c.id and r.person_id = $2
       where c.id = $1 and (r.person_id is not null or c.audience = 'link')`,
      [callId, viewer.personId],
    );
    if (!row) throw barrier('NOT_FOUND');
    return { ...row, placeName: placeNameOf(row) };
  }
}

const placeNameOf = (names: CallPlace): string => callPlace('en', names);

/** What somebody has to bring for it; null where it is a matter of the place alone. */
function fitOf({ priority: { kind, name, match } }: PriorityStanding): CallFit | null {
  if (kind === 'product') return { kind, name };
  return kind === 'language' ? { kind, codes: match } : null;
}

/** "SAP has 2 of the 5 champions it wants." */
const standingInWords = ({ priority, present }: PriorityStanding): string =>
  `${priority.name} has ${present} of the ${priority.target} ${priority.target === 1 ? 'champion' : 'champions'} it wants.`;
