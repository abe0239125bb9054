import type { Day } from '@flipside/kernel';
import { Database, Vault, type Viewer } from '@flipside/platform-api';
import { Injectable } from '@nestjs/common';
import { LOG_CELLS } from '../log/session-log.store.js';
import { MIRROR_GOES_ON, NOTE_GOES_ON } from '../notes/remove-old-notes.job.js';
import { STORY_CELLS } from '../stories/story.store.js';
import type { HeldKind } from './my-data.type.js';

interface Source {
  readonly kind: string;
  readonly name: string;
  /** Who can read it, in words. */
  readonly readers: string;
  /** How long it is kept, in words; with a `goesOn` column where each has a day. */
  readonly kept: string;
  /** Selects `id`, `at` and texts of the person $1; texts by the names of `cells`. */
  readonly sql: string;
  /** Where each text is sealed, without the row's id. */
  readonly cells: Readonly<Record<string, string>>;
}

const PAIR = 'You and the other person of the pairing';

const A_YEAR = '12 months after its last change';
const AS_LONG_AS_YOU = 'As long as you are in Flipside';
const UNTIL_REMOVED = 'Until you remove it';

/** Everything the coaching part holds of one person in their own words, and what others wrote about sessions with them. */
const SOURCES: readonly Source[] = [
  {
    kind: 'notes',
    name: 'Notes beside sessions',
    readers: 'You; notes for two also by the other person',
    kept: A_YEAR,
    sql: `select id, created_at as at, audience, body, ${NOTE_GOES_ON} as "goesOn" from note where author_id = $1`,
    cells: { body: 'note.body' },
  },
  {
    kind: 'logs',
    name: 'Session logs',
    readers: `${PAIR}. HR: met, date, length, topics`,
    kept: AS_LONG_AS_YOU,
    sql: `select l.session_id as id, l.logged_at as at, l.met, l.topics, l.last_step_done as "lastStepDone", l.on_real_work as "onRealWork",
                 l.hands_on as "handsOn", l.behaviours, l.change_line as "changeLine", l.next_step as "nextStep", l.did_not_work as "didNotWork"
          from session_log l join session s on s.id = l.session_id join pairing p on p.id = s.pairing_id
          where $1 in (p.champion_id, p.executive_id)`,
    cells: LOG_CELLS,
  },
  {
    kind: 'log_versions',
    name: 'Session logs before and after they were changed',
    readers: PAIR,
    kept: AS_LONG_AS_YOU,
    sql: `select e.session_id as id, e.written_at as at, e.is_correction as "isCorrection", e.met, e.topics,
                 e.last_step_done as "lastStepDone", e.on_real_work as "onRealWork", e.hands_on as "handsOn", e.behaviours,
                 e.change_line as "changeLine", e.next_step as "nextStep", e.did_not_work as "didNotWork"
          from session_log_entry e join session s on s.id = e.session_id join pairing p on p.id = s.pairing_id
          where $1 in (p.champion_id, p.executive_id)
            and exists (select from session_log_entry o where o.session_id = e.session_id and o.key <> e.key)`,
    cells: LOG_CELLS,
  },
  {
    kind: 'answers',
    name: 'How useful you found sessions',
    readers: 'You. HR: that one of two said they do not fit, never who',
    kept: AS_LONG_AS_YOU,
    sql: `select session_id as id, at, usefulness, is_good_fit as "isGoodFit" from session_answer where person_id = $1`,
    cells: {},
  },
  {
    kind: 'goals',
    name: 'What your pairings want to reach',
    readers: PAIR,
    kept: AS_LONG_AS_YOU,
    sql: `select p.id, p.proposed_at as at, p.goal from pairing p where $1 in (p.champion_id, p.executive_id) and p.goal <> ''`,
    cells: { goal: 'pairing.goal' },
  },
  {
    kind: 'agreements',
    name: 'How you agreed to work',
    readers: `${PAIR}. HR: how many work towards which goal, never of a few`,
    kept: AS_LONG_AS_YOU,
    sql: `select a.pairing_id as id, a.changed_at as at, a.goal_category as "goalCategory", a.works_on as "worksOn",
                 a.stays_out as "staysOut"
          from pairing_agreement a join pairing p on p.id = a.pairing_id where $1 in (p.champion_id, p.executive_id)`,
    cells: { worksOn: 'agreement.worksOn', staysOut: 'agreement.staysOut' },
  },
  {
    kind: 'tasks',
    name: 'Tasks prepared for sessions',
    readers: PAIR,
    kept: AS_LONG_AS_YOU,
    sql: `select q.session_id as id, q.changed_at as at, q.data_class as "dataClass", q.task
          from session_preparation q join session s on s.id = q.session_id join pairing p on p.id = s.pairing_id
          where $1 in (p.champion_id, p.executive_id)`,
    cells: { task: 'task.body' },
  },
  {
    kind: 'mirrors',
    name: 'What you saw in a mirror recipe',
    readers: 'You',
    kept: A_YEAR,
    sql: `select session_id as id, at, body, ${MIRROR_GOES_ON} as "goesOn" from mirror_result where person_id = $1`,
    cells: { body: 'mirror.body' },
  },
  {
    kind: 'learnings',
    name: 'What you learned',
    readers: 'You, until you share one',
    kept: UNTIL_REMOVED,
    sql: `select id, created_at as at, audience, stage, body from learning where person_id = $1`,
    cells: { body: 'learning.body' },
  },
  {
    kind: 'outcomes',
    name: 'Changes in work of your pairings',
    readers: `${PAIR}. HR: sums over many pairings, never of a few`,
    kept: AS_LONG_AS_YOU,
    sql: `select o.id, o.created_at as at, o.category, o.grade, o.workflow, o.source, o.indicator, o.minutes_before as "minutesBefore",
                 o.minutes_after as "minutesAfter", o.people
          from outcome o join pairing p on p.id = o.pairing_id where $1 in (p.champion_id, p.executive_id)`,
    cells: {
      workflow: 'outcome.workflow',
      source: 'outcome.source',
      indicator: 'outcome.indicator',
    },
  },
  {
    kind: 'thanks',
    name: 'Thanks given and received',
    readers: 'You and who gave or received it',
    kept: AS_LONG_AS_YOU,
    sql: `select id, at, body from thanks where $1 in (from_person_id, to_person_id)`,
    cells: { body: 'thanks.body' },
  },
  {
    kind: 'stories',
    name: 'Stories about your pairings',
    readers: `${PAIR}; everyone while both agree`,
    kept: UNTIL_REMOVED,
    sql: `select t.id, t.created_at as at, t.shared_at as "sharedAt", t.result, t.body
          from story t join pairing p on p.id = t.pairing_id where $1 in (p.champion_id, p.executive_id)`,
    cells: STORY_CELLS,
  },
  {
    kind: 'fluency',
    name: 'Looks at working with AI',
    readers: `${PAIR}. HR: figures over many executives, never of a few`,
    kept: AS_LONG_AS_YOU,
    sql: `select r.id, r.at, r.trust, r.rater_id = r.person_id as "isSelf",
                 array(select l.dimension || ' ' || l.level || coalesce(', looking back ' || l.then_level, '') from fluency_level l where l.rating_id = r.id order by 1) as levels
          from fluency_rating r where $1 in (r.person_id, r.rater_id)`,
    cells: {},
  },
  {
    kind: 'questions',
    name: 'Boundary questions and concerns',
    readers: 'You and the one person you asked',
    kept: AS_LONG_AS_YOU,
    sql: `select id, at, body, answer from confidential_message where $1 in (from_person_id, to_person_id)`,
    cells: { body: 'confidential.body', answer: 'confidential.answer' },
  },
];

/** What Flipside holds of the viewer about coaching. Nobody can ask it about anybody else. */
@Injectable()
export class MyData {
  constructor(
    private readonly db: Database,
    private readonly vault: Vault,
  ) {}

  /** How many records of each kind there are, and who can read them. */
  async kinds(viewer: Viewer): Promise<HeldKind[]> {
    const counts = await this.db.rows<{ kind: string; count: number; goesOn: Day | null }>(
      SOURCES.map(
        ({ kind, sql, kept }) =>
          `select '${kind}' as kind, count(*) as count, ${kept === A_YEAR ? 'min("goesOn")' : 'null::date'} as "goesOn"
           from (${sql}) ${kind}`,
      ).join(' union all '),
      [viewer.personId],
    );
    const byKind = new Map(counts.map((each) => [each.kind, each]));
    return SOURCES.map(({ kind, name, readers, kept }) => ({
      kind,
      name,
      readers,
      kept,
      nextGoesOn: byKind.get(kind)?.goesOn ?? null,
      count: byKind.get(kind)?.count ?? 0,
    }));
  }

  /** All of it, opened for the viewer, as indented JSON. */
  async download(viewer: Viewer): Promise<string> {
    const held: Record<string, unknown> = { person: viewer.name };
    for (const { kind, sql, cells } of SOURCES) {
      const rows = await this.db.rows<{ id: string } & Record<string, string>>(
        `${sql} order by at limit 5000`,
        [viewer.personId],
      );
      held[kind] = await this.vault.openRows(this.db, viewer.personId, rows, ({ id }) => id, cells);
    }
    return JSON.stringify(held, null, 2);
  }

  /** Removes all notes and mirror results that the viewer wrote, for good. Gives how many there were. */
  deleteNotes(viewer: Viewer): Promise<number> {
    return this.db.transaction(async (tx) => {
      const notes = await tx.execute(`delete from note where author_id = $1`, [viewer.personId]);
      const mirrors = await tx.execute(`delete from mirror_result where person_id = $1`, [
        viewer.personId,
      ]);
      return notes + mirrors;
    });
  }
}
