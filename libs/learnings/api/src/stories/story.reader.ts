import { stateOfStory, type EvidenceGrade, type StoryConsent } from '@flipside/learnings-domain';
import { isId, type Clock } from '@flipside/kernel';
import {
  barrier,
  CLOCK,
  Database,
  decodeCursor,
  pageOf,
  pageSize,
  Vault,
  type Connection,
  type PageArgs,
  type Viewer,
} from '@flipside/platform-api';
import { Inject, Injectable } from '@nestjs/common';
import { sideOf } from '../circle.policy.js';
import { CIRCLE_COLUMNS, CIRCLE_JOINS, type PairingCircle } from '../circle.reader.js';
import { STORY_CELLS, weekOnSql } from './story.store.js';
import type { Story, UseOfWeek } from './story.type.js';

interface StoryRow extends PairingCircle {
  id: string;
  result: string;
  body: string;
  grade: EvidenceGrade | null;
  executiveConsent: StoryConsent | null;
  championConsent: StoryConsent | null;
  sharedAt: Date | null;
  version: number;
}

const COLUMNS = `
  t.id, t.result, t.body, o.grade, t.executive_consent as "executiveConsent", t.champion_consent as "championConsent",
  t.shared_at as "sharedAt", t.version, ${CIRCLE_COLUMNS}`;
const JOINS = `join pairing p on p.id = t.pairing_id ${CIRCLE_JOINS} left join outcome o on o.id = t.outcome_id`;

/** A stranger learns of a story only while both agree to it; every list asks this one condition. */
const IS_SHARED = 't.shared_at is not null';

/** Reads of stories. Who is not one of the two sees shared ones alone, with the names that were agreed to. */
@Injectable()
export class StoryReader {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly vault: Vault,
  ) {}

  /** What is shared with everyone, newest first. */
  async shared(viewer: Viewer, page: PageArgs): Promise<Connection<Story>> {
    const first = pageSize(page);
    const [at, id] = page.after ? decodeCursor(page.after, 2) : [null, null];
    const [rows, total] = await Promise.all([
      this.db.rows<StoryRow>(
        `select ${COLUMNS} from story t ${JOINS}
         where ${IS_SHARED} and ($1::timestamptz is null or (t.shared_at, t.id) < ($1::timestamptz, $2::uuid))
         order by t.shared_at desc, t.id desc limit ${first + 1}`,
        [at, id],
      ),
      this.db.one<{ total: number }>(`select count(*) as total from story t where ${IS_SHARED}`),
    ]);
    return pageOf(
      await this.#show(viewer, rows),
      first,
      total?.total ?? 0,
      (story) => story,
      (story) => [story.sharedAt, story.id],
    );
  }

  /** Stories about the viewer's pairings in every state: what waits for their answer first, then the newest, at most 50. */
  async mine(viewer: Viewer): Promise<Story[]> {
    const rows = await this.db.rows<StoryRow>(
      `select ${COLUMNS} from story t ${JOINS} where $1 in (p.champion_id, p.executive_id)
       order by (case when p.champion_id = $1 then t.champion_consent else t.executive_consent end) is null desc,
         t.created_at desc, t.id limit 50`,
      [viewer.personId],
    );
    return this.#show(viewer, rows);
  }

  /** Stories about the viewer that only wait for the viewer's answer, longest first, at most 10. */
  async toAnswer(viewer: Viewer): Promise<Story[]> {
    const rows = await this.db.rows<StoryRow>(
      `select ${COLUMNS} from story t ${JOINS}
       where $1 in (p.champion_id, p.executive_id) and
         case when p.champion_id = $1 then t.champion_consent is null and t.executive_consent <> 'no'
           else t.executive_consent is null and t.champion_consent <> 'no' end
       order by t.created_at, t.id limit 10`,
      [viewer.personId],
    );
    return this.#show(viewer, rows);
  }

  /** @throws Barrier NOT_FOUND for a story that is neither shared nor about the viewer */
  async one(viewer: Viewer, id: string): Promise<Story> {
    const row = isId(id)
      ? await this.db.one<StoryRow>(
          `select ${COLUMNS} from story t ${JOINS}
           where t.id = $1 and (${IS_SHARED} or $2 in (p.champion_id, p.executive_id))`,
          [id, viewer.personId],
        )
      : null;
    const [story] = row ? await this.#show(viewer, [row]) : [];
    if (!story) throw barrier('NOT_FOUND');
    return story;
  }

  /** This week's picks, newest first. A story that was taken back takes its picks with it. */
  async usesOfTheWeek(viewer: Viewer): Promise<UseOfWeek[]> {
    const rows = await this.db.rows<StoryRow & { why: string; pickedByName: string }>(
      `select ${COLUMNS}, u.why, k.name as "pickedByName"
       from use_of_week u join person k on k.id = u.picker_id join story t on t.id = u.story_id ${JOINS}
       where u.week_on = ${weekOnSql('$1')} and ${IS_SHARED} order by u.at desc, u.picker_id limit 20`,
      [this.clock.now()],
    );
    const stories = await this.#show(viewer, rows);
    return rows.flatMap(({ why, pickedByName }, at) => {
      const story = stories[at];
      return story ? [{ why, pickedByName, story }] : [];
    });
  }

  async #show(viewer: Viewer, rows: readonly StoryRow[]): Promise<Story[]> {
    const opened = await this.vault.openRows(
      this.db,
      viewer.personId,
      rows,
      ({ id }) => id,
      STORY_CELLS,
    );
    return opened.map((row) => show(viewer, row));
  }
}

function show(viewer: Viewer, row: StoryRow): Story {
  const side = sideOf(viewer, row);
  const state = stateOfStory(row.executiveConsent, row.championConsent);
  return {
    id: row.id,
    result: row.result,
    body: row.body,
    tellers: [
      ...(row.executiveConsent === 'named' ? [row.executiveName] : []),
      ...(row.championConsent === 'named' ? [row.championName] : []),
    ],
    grade: row.grade,
    sharedAt: row.sharedAt,
    state,
    isMine: side !== null,
    viewerConsent:
      side === null ? null : side === 'champion' ? row.championConsent : row.executiveConsent,
    otherName: side === null ? null : side === 'champion' ? row.executiveName : row.championName,
    viewerCanPick: side === null && state === 'shared' && viewer.roles.has('EXECUTIVE'),
    version: row.version,
  };
}
