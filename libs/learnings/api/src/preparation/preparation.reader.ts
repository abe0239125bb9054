import { FIRST_GUARDRAILS, suggestRecipes, type DataClassCode } from '@flipside/learnings-domain';
import { Database, Vault, type Viewer } from '@flipside/platform-api';
import { Injectable } from '@nestjs/common';
import { otherName, requireSide } from '../circle.policy.js';
import { circleOfSession, type SessionCircle } from '../circle.reader.js';
import { toolsFor } from '../guidance/guardrails.js';
import { LOG_CELLS } from '../log/session-log.store.js';
import { offeredTopics } from '../log/session-log.reader.js';
import { RecipeReader } from '../recipes/recipe.reader.js';
import type { Preparation } from './preparation.type.js';

interface Row {
  task: string | null;
  decidesThere: boolean | null;
  dataClass: DataClassCode | null;
  acceptsRule: boolean;
  recipeId: string | null;
  version: number;
  mirror: string | null;
  skipsPath: boolean;
  logged: number;
  used: string[];
  goalIsDecisions: boolean;
  rules: Partial<Record<DataClassCode, string>> | null;
}

interface Last {
  sessionId: string;
  startsAt: Date;
  topics: string[];
  changeLine: string;
  nextStep: string;
}

/** What a session is prepared with: the last commitment, the task with its class, tools, and recipes that fit. */
@Injectable()
export class PreparationReader {
  constructor(
    private readonly db: Database,
    private readonly vault: Vault,
    private readonly recipes: RecipeReader,
  ) {}

  /** @throws Barrier NOT_FOUND for all but the two people */
  async read(viewer: Viewer, sessionId: string): Promise<Preparation> {
    const circle = await circleOfSession(this.db, sessionId);
    const side = requireSide(viewer, circle);
    const [row, last, library, topics] = await Promise.all([
      this.#row(viewer, circle),
      this.#last(viewer, circle),
      this.recipes.all(viewer),
      offeredTopics(this.db, circle),
    ]);
    const [task = ''] = await this.vault.open(this.db, viewer.personId, [
      { at: `task.body:${sessionId}`, sealed: row?.task ?? '' },
    ]);
    const [mirrorResult = ''] = await this.vault.open(this.db, viewer.personId, [
      { at: `mirror.body:${sessionId}`, sealed: row?.mirror ?? '' },
    ]);
    const dataClass = row?.dataClass ?? null;
    const byId = new Map(library.map((recipe) => [recipe.id, recipe]));
    const suggestions = suggestRecipes(
      library.map(({ latest, ...recipe }) => ({
        ...recipe,
        title: latest.title,
        forDecisions: recipe.track === 'thinking',
      })),
      {
        logged: row?.logged ?? 0,
        skipsPath: row?.skipsPath ?? false,
        topics: topics.slice(0, 6),
        goalIsDecisions: row?.goalIsDecisions ?? false,
        used: new Set(row?.used),
      },
    );
    return {
      sessionId,
      pairingId: circle.pairingId,
      startsAt: circle.startsAt,
      otherName: otherName(side, circle),
      viewerIsExecutive: side === 'executive',
      lastTime: last && {
        ...last,
        pairingId: circle.pairingId,
        otherName: otherName(side, circle),
      },
      task,
      decidesThere: row?.decidesThere ?? false,
      dataClass,
      rule: dataClass ? (row?.rules?.[dataClass] ?? FIRST_GUARDRAILS.rules[dataClass]) : '',
      acceptsRule: row?.acceptsRule ?? false,
      tools: dataClass ? await toolsFor(this.db, dataClass) : [],
      recipe: (row?.recipeId && byId.get(row.recipeId)) || null,
      suggestions: suggestions.flatMap(({ recipeId, reason }) => {
        const recipe = byId.get(recipeId);
        return recipe ? [{ recipe, reason }] : [];
      }),
      skipsPath: row?.skipsPath ?? false,
      mirrorResult,
      version: row?.version ?? 0,
    };
  }

  #row(viewer: Viewer, circle: SessionCircle): Promise<Row | null> {
    return this.db.one<Row>(
      `select p.task, p.decides_there as "decidesThere", p.data_class as "dataClass",
              p.rule_accepted_at is not null as "acceptsRule", p.recipe_id as "recipeId", coalesce(p.version, 0) as version,
              m.body as mirror,
              exists (select from starter_path_skip k where k.pairing_id = $2) as "skipsPath",
              (select count(*) from session s join session_log l on l.session_id = s.id
               where s.pairing_id = $2 and l.met) as logged,
              array(select q.recipe_id from session s join session_preparation q on q.session_id = s.id
                    where s.pairing_id = $2 and s.id <> $1 and q.recipe_id is not null) as used,
              coalesce((select c.is_for_decisions from pairing_agreement a join goal_category c on c.code = a.goal_category
                        where a.pairing_id = $2), false) as "goalIsDecisions",
              (select g.rules from guardrails g order by g.version desc limit 1) as rules
       from (select 1) one
       left join session_preparation p on p.session_id = $1
       left join mirror_result m on m.session_id = $1 and m.person_id = $3`,
      [circle.sessionId, circle.pairingId, viewer.personId],
    );
  }

  async #last(viewer: Viewer, circle: SessionCircle): Promise<Last | null> {
    const rows = await this.db.rows<Last>(
      `select h.id as "sessionId", h.starts_at as "startsAt", l.topics, l.change_line as "changeLine",
              l.next_step as "nextStep"
       from session h join session_log l on l.session_id = h.id
       where h.pairing_id = $1 and h.status = 'held' and h.starts_at < $2 order by h.starts_at desc limit 1`,
      [circle.pairingId, circle.startsAt],
    );
    const [last] = await this.vault.openRows(
      this.db,
      viewer.personId,
      rows,
      ({ sessionId }) => sessionId,
      { changeLine: LOG_CELLS.changeLine, nextStep: LOG_CELLS.nextStep },
    );
    return last ?? null;
  }
}
