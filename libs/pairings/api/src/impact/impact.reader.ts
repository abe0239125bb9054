import { Inject, Injectable } from '@nestjs/common';
import { ok, refuse, type Clock, type Day, type Result } from '@flipside/kernel';
import {
  checkRules,
  impactReport,
  pairingRefusal,
  readRules,
  ruleImpact,
  rulesInWords,
  type Asked,
  type ImpactPerson,
  type PairingRefusal,
  type RoundRules,
  type RoundState,
} from '@flipside/pairings-domain';
import { barrier, CLOCK, Database, type Viewer } from '@flipside/platform-api';
import { MatchingPeopleReader } from '../rounds/matching-people.reader.js';
import { Matcher } from '../rounds/matcher.js';
import { loadAttributes, MOST_CROSSED, noteReading, smallestGroup } from './impact.store.js';

interface ImpactRound {
  readonly id: string;
  readonly name: string;
  readonly state: RoundState;
  readonly rules: RoundRules;
  readonly leftOut: string[];
  /** When it was published, else proposed, else today: on the programme's calendar. */
  readonly day: Day;
}

/** A pair of a round, as stored or as a trial would have it. */
interface ImpactPairRow {
  readonly executiveId: string;
  readonly championId: string;
  readonly points: number;
  readonly level: number | null;
  readonly executiveAnswer: 'yes' | 'no' | null;
  readonly championAnswer: 'yes' | 'no' | null;
}

export type SideReport = ReturnType<typeof impactReport> & {
  readonly rules: ReturnType<typeof ruleImpact> | null;
};

/** How one outcome treats champions, then executives. */
export interface OutcomeReport {
  readonly matched: number;
  readonly waiting: number;
  readonly totalPoints: number;
  readonly champions: SideReport;
  readonly executives: SideReport;
}

/** States in which the round's people are still there to be matched. */
const isOpen = ({ state }: ImpactRound): boolean => state === 'draft' || state === 'review';

/**
 * Looks at rounds from outside. Labels meet people only here, after matching has been done; matching gets profiles from
 * `MatchingPeopleReader`, which knows nothing of them.
 */
@Injectable()
export class ImpactReader {
  constructor(
    private readonly db: Database,
    private readonly matching: MatchingPeopleReader,
    private readonly matcher: Matcher,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The report of a round as it stands, or as it was published. @throws Barrier NOT_FOUND */
  async report(
    viewer: Viewer,
    { roundId, attributeIds }: { roundId: string; attributeIds: readonly string[] },
  ): Promise<OutcomeReport & { readonly ruleSentences: ReadonlyMap<string, string> }> {
    const round = await this.round(roundId);
    const question = await this.question(viewer, round, attributeIds, 'Report');
    const pairs = await this.pairsOf(round);
    const tallies = isOpen(round)
      ? await this.matcher.ask({ kind: 'tally', people: await this.matching.load(round) })
      : null;
    const { champions, executives } = await this.population(round);
    const outcome = this.outcome(question, { champions, executives, pairs });
    const rulesOf = (side: 'champions' | 'executives') => {
      const others = side === 'champions' ? tallies?.executives : tallies?.champions;
      return tallies && others ? ruleImpact(tallies[side], others.size, question) : null;
    };
    return {
      ...outcome,
      champions: { ...outcome.champions, rules: rulesOf('champions') },
      executives: { ...outcome.executives, rules: rulesOf('executives') },
      ruleSentences: sentences(round.rules),
    };
  }

  /**
   * What would happen under other rules: everybody is proposed anew twice, under the rules as they are and as they might
   * be, and nothing is kept. Decisions of the review do not count, so that the two differ by the rules alone.
   */
  async trial(
    viewer: Viewer,
    input: { roundId: string; attributeIds: readonly string[]; rules: Partial<RoundRules> },
  ): Promise<Result<{ before: OutcomeReport; after: OutcomeReport }, PairingRefusal>> {
    const round = await this.round(input.roundId);
    if (!isOpen(round)) return refuse(pairingRefusal('ROUND_NOT_OPEN'));
    const rules = checkRules({ ...round.rules, ...input.rules });
    if (!rules.ok) return rules;
    const question = await this.question(viewer, round, input.attributeIds, 'Trial of rules');
    const people = await this.matching.load(round);
    const levels = new Map(people.executives.map(({ id, level }) => [id, level]));
    const tried = await this.matcher.ask({
      kind: 'pairs',
      people,
      rules: [round.rules, rules.value],
    });
    const [before, after] = tried.map((pairs) =>
      this.outcome(question, {
        champions: people.champions.map(({ id }) => id),
        executives: people.executives.map(({ id }) => id),
        pairs: pairs.map((pair) => ({
          ...pair,
          level: levels.get(pair.executiveId) ?? null,
          executiveAnswer: null,
          championAnswer: null,
        })),
      }),
    );
    if (!before || !after) throw new Error('Two sets of rules have two outcomes');
    return ok({ before, after });
  }

  /** Rounds there is something to say about, the latest first. */
  async rounds(): Promise<Pick<ImpactRound, 'id' | 'name' | 'state' | 'rules'>[]> {
    const rounds = await this.db.rows<Pick<ImpactRound, 'id' | 'name' | 'state' | 'rules'>>(
      `select id, name, state, rules from matching_round where state in ('review', 'published')
       order by created_at desc, id desc limit 200`,
    );
    return rounds.map((round) => ({ ...round, rules: readRules(round.rules) }));
  }

  private async round(roundId: string): Promise<ImpactRound> {
    const round = await this.db.one<ImpactRound>(
      `select id, name, state, rules, left_out as "leftOut",
         (coalesce(published_at, proposed_at, $2) at time zone (select default_time_zone from programme))::date as day
       from matching_round where id = $1`,
      [roundId, this.clock.now()],
    );
    if (!round) throw barrier('NOT_FOUND');
    return { ...round, rules: readRules(round.rules) };
  }

  /** Labels and the limit, with the note that somebody asked. */
  private async question(
    viewer: Viewer,
    { id: roundId, rules }: ImpactRound,
    attributeIds: readonly string[],
    kind: string,
  ): Promise<Question> {
    if (attributeIds.length === 0 || attributeIds.length > MOST_CROSSED)
      throw barrier('BAD_INPUT', `Ask for one attribute, or for ${MOST_CROSSED} to cross.`);
    const all = await loadAttributes(this.db);
    const attributes = attributeIds.map((id) => {
      const asked = all.find((each) => each.id === id);
      if (!asked) throw barrier('NOT_FOUND');
      return asked;
    });
    const what = `${kind} by ${attributes.map(({ name }) => name).join(' and ')}`;
    await noteReading(this.db, viewer, { roundId, what, at: this.clock.now() });
    return {
      attributes: attributes.map(({ labels }) => labels),
      // What is shown of one attribute depends on the others that may be asked for, never on who asked before.
      among: all.map(({ labels }) => labels),
      limit: await smallestGroup(this.db),
      seed: rules.seed,
    };
  }

  private outcome(
    question: Question,
    {
      champions,
      executives,
      pairs,
    }: {
      readonly champions: readonly string[];
      readonly executives: readonly string[];
      readonly pairs: readonly ImpactPairRow[];
    },
  ): OutcomeReport {
    const of = (side: 'champion' | 'executive', ids: readonly string[]): SideReport => ({
      ...impactReport({ ...question, people: withPairs(side, ids, pairs) }),
      rules: null,
    });
    return {
      matched: pairs.length,
      waiting: executives.length - pairs.length,
      totalPoints: pairs.reduce((sum, { points }) => sum + points, 0),
      champions: of('champion', champions),
      executives: of('executive', executives),
    };
  }

  /** Whom the round looked at: every champion of its day, and every executive in it. */
  private async population({ id, day }: ImpactRound) {
    const champions = await this.db.rows<{ id: string }>(
      `select person_id as id from champion_period where valid_from <= $1 and valid_to > $1 order by person_id`,
      [day],
    );
    const executives = await this.db.rows<{ id: string }>(
      `select executive_id as id from proposal where round_id = $1 order by executive_id`,
      [id],
    );
    return {
      champions: champions.map((row) => row.id),
      executives: executives.map((row) => row.id),
    };
  }

  private async pairsOf({ id, state, day }: ImpactRound): Promise<ImpactPairRow[]> {
    const level = `(select e.level from employment e
      where e.person_id = p.executive_id and e.valid_from <= $2 and e.valid_to > $2) as level`;
    if (state !== 'published') {
      return this.db.rows<ImpactPairRow>(
        `select executive_id as "executiveId", champion_id as "championId", coalesce(points, 0) as points, ${level},
           null as "executiveAnswer", null as "championAnswer"
         from proposal p where round_id = $1 and champion_id is not null and decision <> 'left_open'`,
        [id, day],
      );
    }
    return this.db.rows<ImpactPairRow>(
      `select p.executive_id as "executiveId", p.champion_id as "championId", coalesce(o.points, 0) as points, ${level},
         nullif(p.executive_answer, 'pending') as "executiveAnswer",
         nullif(p.champion_answer, 'pending') as "championAnswer"
       from pairing p
       left join proposal o on o.round_id = p.round_id and o.executive_id = p.executive_id
       where p.round_id = $1`,
      [id, day],
    );
  }
}

interface Question extends Asked {
  readonly seed: number;
}

const sentences = (rules: RoundRules): ReadonlyMap<string, string> =>
  new Map(rulesInWords(rules).map(({ rule, sentence }) => [rule, sentence]));

function withPairs(
  side: 'champion' | 'executive',
  ids: readonly string[],
  pairs: readonly ImpactPairRow[],
): ImpactPerson[] {
  const own = new Map<string, ImpactPerson['pairs'][number][]>();
  for (const pair of pairs) {
    const id = side === 'champion' ? pair.championId : pair.executiveId;
    const list = own.get(id) ?? [];
    list.push({
      points: pair.points,
      level: side === 'champion' ? pair.level : null,
      answer: side === 'champion' ? pair.championAnswer : pair.executiveAnswer,
    });
    own.set(id, list);
  }
  return ids.map((id) => ({ id, pairs: own.get(id) ?? [] }));
}
