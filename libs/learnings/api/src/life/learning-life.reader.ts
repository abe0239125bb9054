import { isId } from '@flipside/kernel';
import { lifeOf } from '@flipside/learnings-domain';
import { barrier, Database, type Viewer } from '@flipside/platform-api';
import { Injectable } from '@nestjs/common';
import { LearningReader } from '../learned/learning.reader.js';
import type { LearningLife, LearningTrial, LearningVersion } from './learning-life.type.js';

/**
 * Who tried a learning or any version that came from it, counted once each. The writer and the partners of the writer's
 * pairings are left out: a ripple is what went beyond the pairing (metrics G.11). $1 is the learning's id.
 */
export const RIPPLE = `
  with recursive line as (
    select id, person_id from learning where id = $1
    union
    select l.id, l.person_id from learning l join line on l.origin_id = line.id
  ), writer as (select person_id from learning where id = $1),
  near as (
    select person_id from writer
    union select p.champion_id from pairing p join writer w on p.executive_id = w.person_id
    union select p.executive_id from pairing p join writer w on p.champion_id = w.person_id
  )
  select count(distinct who.person_id) as count from (
    select t.person_id from learning_trial t join line on line.id = t.learning_id
    union select person_id from line
  ) as who where who.person_id not in (select person_id from near)`;

@Injectable()
export class LearningLifeReader {
  constructor(
    private readonly db: Database,
    private readonly learnings: LearningReader,
  ) {}

  /** One's own learning, or one that was shared with everyone. @throws Barrier NOT_FOUND */
  async life(viewer: Viewer, id: string): Promise<LearningLife> {
    if (!isId(id)) throw barrier('NOT_FOUND');
    const [learning] = await this.learnings.sharedByIds(viewer, [id]);
    const known = learning ?? (await this.learnings.own(viewer, id));
    const [facts, trials, versions, descendantIds, ripple] = await Promise.all([
      this.db.one<{ originId: string | null; isRetired: boolean; said: boolean | null }>(
        `select origin_id as "originId", retired_at is not null as "isRetired",
           (select works from learning_trial where learning_id = $1 and person_id = $2) as said
         from learning where id = $1`,
        [id, viewer.personId],
      ),
      this.db.rows<LearningTrial>(
        `select p.name as "personName", t.works, t.at from learning_trial t join person p on p.id = t.person_id
         where t.learning_id = $1 order by t.at desc limit 50`,
        [id],
      ),
      this.db.rows<LearningVersion>(
        `select body, until_at as "untilAt" from learning_version where learning_id = $1 order by version desc limit 20`,
        [id],
      ),
      this.db.rows<{ id: string }>(
        `select id from learning where origin_id = $1 order by created_at desc limit 20`,
        [id],
      ),
      this.db.one<{ count: number }>(RIPPLE, [id]),
    ]);
    const near = [...descendantIds.map((each) => each.id), facts?.originId ?? ''].filter(Boolean);
    const around = await this.learnings.sharedByIds(viewer, near);
    const descendants = around.filter((each) => each.id !== facts?.originId);
    return {
      id,
      learning: known,
      state: lifeOf({
        isShared: known.audience === 'everyone',
        isRetired: facts?.isRetired ?? false,
        triedBy: trials.length,
        versions: 1 + versions.length + descendants.length,
      }),
      ripple: ripple?.count ?? 0,
      origin: around.find((each) => each.id === facts?.originId) ?? null,
      descendants,
      trials,
      // Earlier texts are as open as the present one: once it is closed again, so are they.
      versions: known.audience === 'everyone' || known.isMine ? versions : [],
      viewerSaidWorks: facts?.said ?? null,
    };
  }
}
