import { Inject, Injectable } from '@nestjs/common';
import { ok, refuse, type Clock, type Day, type Result } from '@flipside/kernel';
import {
  checkRules,
  pairingRefusal,
  readRules,
  ruleFacts,
  rulesInWords,
  type PairingRefusal,
  type RoundRules,
  type RoundState,
} from '@flipside/pairings-domain';
import { barrier, CLOCK, Database, type Tx, type Viewer } from '@flipside/platform-api';
import { createHash } from 'node:crypto';
import { MatchingPeopleReader } from '../rounds/matching-people.reader.js';
import { Matcher } from '../rounds/matcher.js';
import {
  outcomeOf,
  rulesOf,
  type ImpactPairRow,
  type OutcomeReport,
  type Question,
} from './impact-outcome.js';
import { groupsOfRound, loadAttributes, MOST_CROSSED, noteReading } from './impact.store.js';

interface ImpactRound {
  readonly id: string;
  readonly name: string;
  readonly state: RoundState;
  readonly rules: RoundRules;
  readonly leftOut: string[];
  /** When it was published, else proposed, else today: on the programme's calendar. */
  readonly day: Day;
}

type ListedRound = Pick<ImpactRound, 'id' | 'name' | 'state' | 'rules'> & {
  readonly groupedBy: string[];
};

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
    const pairs = await this.pairsOf(round);
    const tallies = isOpen(round)
      ? await this.matcher.ask({ kind: 'tally', people: await this.matching.load(round) })
      : null;
    const { champions, executives } = await this.population(round);
    return this.asking(viewer, { round, attributeIds, kind: 'Report' }, async (tx, question) => {
      const outcome = await outcomeOf(tx, question, 'report', { champions, executives, pairs });
      const taken = async (side: 'champions' | 'executives', others: 'champions' | 'executives') =>
        tallies && rulesOf(tx, question, side, ruleFacts(tallies[side], tallies[others].size));
      return {
        ...outcome,
        champions: { ...outcome.champions, rules: await taken('champions', 'executives') },
        executives: { ...outcome.executives, rules: await taken('executives', 'champions') },
        ruleSentences: sentences(round.rules),
      };
    });
  }

  /**
   * What would happen under other rules: everybody is proposed anew twice, under the rules as they are and as they might
   * be, and no proposal is kept. Decisions of the review do not count, so that the two differ by the rules alone.
   */
  async trial(
    viewer: Viewer,
    input: { roundId: string; attributeIds: readonly string[]; rules: Partial<RoundRules> },
  ): Promise<Result<{ before: OutcomeReport; after: OutcomeReport }, PairingRefusal>> {
    const round = await this.round(input.roundId);
    if (!isOpen(round)) return refuse(pairingRefusal('ROUND_NOT_OPEN'));
    const rules = checkRules({ ...round.rules, ...input.rules });
    if (!rules.ok) return rules;
    const people = await this.matching.load(round);
    const levels = new Map(people.executives.map(({ id, level }) => [id, level]));
    const [before, after] = await this.matcher.ask({
      kind: 'pairs',
      people,
      rules: [round.rules, rules.value],
    });
    if (!before || !after) throw new Error('Two sets of rules have two outcomes');
    const { attributeIds } = input;
    return this.asking(
      viewer,
      { round, attributeIds, kind: 'Trial of rules' },
      async (tx, question) => {
        const under = (tried: RoundRules, pairs: typeof before) =>
          outcomeOf(tx, question, `trial ${digest(tried)}`, {
            champions: people.champions.map(({ id }) => id),
            executives: people.executives.map(({ id }) => id),
            pairs: pairs.map((pair) => ({
              ...pair,
              level: levels.get(pair.executiveId) ?? null,
              executiveAnswer: null,
              championAnswer: null,
            })),
          });
        return ok({
          before: await under(round.rules, before),
          after: await under(rules.value, after),
        });
      },
    );
  }

  /** Rounds there is something to say about, the latest first. */
  async rounds(): Promise<ListedRound[]> {
    const rounds = await this.db.rows<ListedRound>(
      `select id, name, state, rules, array(
         select g.name from impact_round_groups g where g.round_id = r.id order by g.place) as "groupedBy"
       from matching_round r where state in ('review', 'published')
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

  /** Answers a question about groups of a round, one at a time: each answer depends on what was told before. */
  private async asking<T>(
    viewer: Viewer,
    asked: { round: ImpactRound; attributeIds: readonly string[]; kind: string },
    answer: (tx: Tx, question: Question) => Promise<T>,
  ): Promise<T> {
    const { round, attributeIds, kind } = asked;
    if (attributeIds.length === 0 || attributeIds.length > MOST_CROSSED)
      throw barrier('BAD_INPUT', `Ask for one attribute, or for ${MOST_CROSSED} to cross.`);
    return this.db.transaction(async (tx) => {
      await tx.rows(`select pg_advisory_xact_lock(hashtext($1))`, [`flipside:impact ${round.id}`]);
      const all = await loadAttributes(tx);
      const attributes = attributeIds.map((id) => {
        const found = all.find((each) => each.id === id);
        if (!found) throw barrier('NOT_FOUND');
        return found;
      });
      const now = this.clock.now();
      const what = `${kind} by ${attributes.map(({ name }) => name).join(' and ')}`;
      await noteReading(tx, viewer, { roundId: round.id, what, at: now });
      return answer(tx, {
        ...(await groupsOfRound(tx, round.id, attributes, now)),
        roundId: round.id,
        now,
        seed: round.rules.seed,
      });
    });
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

const sentences = (rules: RoundRules): ReadonlyMap<string, string> =>
  new Map(rulesInWords(rules).map(({ rule, sentence }) => [rule, sentence]));

/** Rules, as short as a key. */
const digest = (rules: RoundRules): string =>
  createHash('sha256').update(JSON.stringify(rules)).digest('base64url').slice(0, 22);
