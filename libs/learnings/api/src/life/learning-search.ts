import { dayOfInstant, daysBetween, type Clock } from '@flipside/kernel';
import { matchOf, rankOf, searchTerms, SIMILAR_WORDS } from '@flipside/learnings-domain';
import { CLOCK, Database, type Viewer } from '@flipside/platform-api';
import { Inject, Injectable } from '@nestjs/common';
import { LearningReader } from '../learned/learning.reader.js';
import type { FoundLearnings } from './learning-life.type.js';

const MOST = 50;

interface Ranked {
  id: string;
  rank: number;
}

/** Of more matches than these the freshest are ranked. */
const MOST_RANKED = 2000;

interface Question {
  /** Every term in one of its spellings; null when a term is like no word that anybody used. */
  near: string | null;
  /** Every term as it was typed, or begun; null when one is not. */
  exact: string | null;
  unitId: string | null;
}

/**
 * $1 terms, $2 the reader, $3 today. Each term becomes the words of shared learnings that begin with it or are spelt like
 * it, as PostgreSQL's text search wants them.
 */
const QUESTION = `
  with variant as (
    select t.n, t.term, w.word from unnest($1::text[]) with ordinality as t(term, n)
    cross join lateral (
      (select word from learning_word where word like t.term || '%' order by length(word), word limit 12)
      union
      (select word from learning_word where length(t.term) > 3 and word % t.term and similarity(word, t.term) >= ${SIMILAR_WORDS}
       order by similarity(word, t.term) desc limit 12)
    ) as w
  ), part as (
    select n, string_agg(quote_literal(word), ' | ') as near,
      string_agg(quote_literal(word), ' | ') filter (where word like term || '%') as exact
    from variant group by n
  )
  select case when count(*) = cardinality($1::text[]) then string_agg('(' || near || ')', ' & ') end as near,
    case when bool_and(exact is not null) then string_agg('(' || exact || ')', ' & ') end as exact,
    (select org_unit_id from employment where person_id = $2 and valid_from <= $3 and valid_to > $3 limit 1) as "unitId"
  from part`;

/**
 * $1 and $2 the question, $3 the reader's unit, $4 today. A statement of its own, so that PostgreSQL knows the words when
 * it chooses between the index of words and the one of days. The rank is that of rankOf.
 */
const SHARED = `
  with found as (
    select * from learning_search where words @@ $1::tsquery order by shared_on desc, learning_id limit ${MOST_RANKED}
  )
  select learning_id as id, count(*) over () as total,
    (case when words @@ $2::tsquery then 2 else 0 end + case when unit_id = $3 then 1 else 0 end
      + 90.0 / (90 + greatest(0, $4::date - shared_on)) + least(works_for, 5) * 0.2)::float as rank
  from found order by rank desc, id limit ${MOST}`;

/** Finds in everything the reader may read. */
@Injectable()
export class LearningSearch {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly learnings: LearningReader,
  ) {}

  /**
   * At most 50, best first. What only the reader or their pairing may read is in no index: it is opened and looked
   * through for this answer alone.
   */
  async find(viewer: Viewer, question: string): Promise<FoundLearnings> {
    const terms = searchTerms(question);
    if (terms.length === 0) return { totalCount: 0, learnings: [] };
    const today = dayOfInstant(this.clock.now(), viewer.timeZone);
    const [shared, closed] = await Promise.all([
      this.#shared(viewer, terms, today),
      this.learnings.closedTo(viewer),
    ]);
    const own = closed.flatMap((learning) => {
      const match = matchOf(learning.body, terms);
      if (match === null) return [];
      const ageDays = daysBetween(dayOfInstant(learning.createdAt, viewer.timeZone), today);
      const rank = rankOf({ ...match, isOwnFunction: true, ageDays, worksFor: 0 });
      return [{ id: learning.id, rank }];
    });
    const best = [...shared, ...own].toSorted((a, b) => b.rank - a.rank).slice(0, MOST);
    const open = await this.learnings.sharedByIds(
      viewer,
      best.map(({ id }) => id),
    );
    const known = new Map([...closed, ...open].map((learning) => [learning.id, learning]));
    return {
      totalCount: (shared[0]?.total ?? 0) + own.length,
      learnings: best.flatMap(({ id }) => known.get(id) ?? []),
    };
  }

  async #shared(viewer: Viewer, terms: readonly string[], today: string) {
    const question = await this.db.one<Question>(QUESTION, [terms, viewer.personId, today]);
    if (!question?.near) return [];
    const { near, exact, unitId } = question;
    return this.db.rows<Ranked & { total: number }>(SHARED, [near, exact, unitId, today]);
  }
}
