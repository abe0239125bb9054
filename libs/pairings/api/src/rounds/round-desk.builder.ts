import { afterEach, beforeEach } from '@jest/globals';
import { aChampion } from '@flipside/champions-api/builders';
import { newId } from '@flipside/kernel';
import { PersonLoader, ReportingLineReader } from '@flipside/people-api';
import { anHrLead } from '@flipside/people-api/builders';
import { RequestContext, type Role, type Viewer } from '@flipside/platform-api';
import { fixedClock, testDatabase, type TestDatabase } from '@flipside/testing';
import { anExecutive } from '../builders.js';
import { DecideProposal, type DecisionWish } from './decide-proposal.js';
import { Matcher } from './matcher.js';
import { MatchingPeopleReader } from './matching-people.reader.js';
import { OpenRuns } from './open-runs.js';
import { ProposalReader } from './proposal.reader.js';
import { ProposeRound } from './propose-round.js';
import { PublishRound } from './publish-round.js';
import { RoundReader } from './round.reader.js';
import { proposalsOf, type ProposalRow } from './round.store.js';
import { StartRound } from './start-round.js';

export const viewer = (personId: string, ...roles: Role[]): Viewer => ({
  personId,
  name: 'Somebody',
  email: null,
  roles: new Set<Role>(['EMPLOYEE', ...roles]),
  timeZone: 'Europe/London',
});

/** What specs of rounds work with: a company of its own for each, an HR lead, and what a round is worked on by. */
export class RoundDesk {
  readonly clock = fixedClock('2026-11-21T10:00:00Z');
  readonly config = { baseUrl: 'https://coaching.test' };
  database!: TestDatabase;
  hr!: Viewer;
  people!: MatchingPeopleReader;
  reader!: RoundReader;
  listed!: ProposalReader;
  runs!: OpenRuns;
  propose!: ProposeRound;
  decide!: DecideProposal;
  publish!: PublishRound;

  async open(): Promise<void> {
    this.database = await testDatabase();
    const { db, clock } = this;
    this.hr = viewer((await anHrLead(db)).id, 'HR_LEAD');
    const matcher = new Matcher();
    this.runs = new OpenRuns(matcher);
    this.people = new MatchingPeopleReader(db, new ReportingLineReader(db), clock);
    this.reader = new RoundReader(db, this.people, new PersonLoader(db, clock), matcher);
    this.listed = new ProposalReader(db, new PersonLoader(db, clock), this.runs, clock);
    this.propose = new ProposeRound(db, this.people, matcher, clock);
    this.decide = new DecideProposal(db, this.people, this.runs, clock);
    this.publish = new PublishRound(db, this.people, clock, this.config);
  }

  get db(): TestDatabase['db'] {
    return this.database.db;
  }

  request(): RequestContext {
    return new RequestContext(this.hr, undefined as never, undefined as never);
  }

  async versionOf(roundId: string): Promise<number> {
    return (await this.reader.one(roundId)).version;
  }

  proposals(roundId: string): Promise<ProposalRow[]> {
    return proposalsOf(this.db, roundId);
  }

  async proposalOf(roundId: string, executiveId: string): Promise<ProposalRow> {
    const found = (await this.proposals(roundId)).find((row) => row.executiveId === executiveId);
    if (!found) throw new Error('There is no proposal');
    return found;
  }

  /** Decides as the HR lead, on the version that stands unless told otherwise. */
  async say(
    proposalId: string,
    wish: DecisionWish,
    version?: number,
  ): ReturnType<DecideProposal['run']> {
    const row = await this.db.one<{ version: number }>(
      'select version from proposal where id = $1',
      [proposalId],
    );
    return this.decide.run(this.hr, { proposalId, version: version ?? row?.version ?? 0, wish });
  }

  async aProposedRound(): Promise<string> {
    const started = await new StartRound(this.db, this.clock).run(this.hr.personId, {
      name: 'Autumn',
    });
    if (!started.ok) throw new Error(started.refusal.message);
    const { roundId } = started.value;
    const result = await this.propose.run({ roundId, scope: 'undecided', version: 1 });
    if (!result.ok) throw new Error(result.refusal.message);
    return roundId;
  }

  async again(roundId: string, scope: 'undecided' | 'all_but_pinned' = 'undecided') {
    return this.propose.run({ roundId, scope, version: await this.versionOf(roundId) });
  }

  async hold(roundId: string, key = newId()) {
    return this.publish.run(this.hr, { roundId, version: await this.versionOf(roundId), key });
  }

  /** Publishes without waiting for the hold to end. */
  async publishNow(roundId: string) {
    const held = await this.hold(roundId);
    if (!held.ok) return held;
    await this.publish.sendNow(this.hr, { roundId });
    await this.publish.handle({ roundId });
    return held;
  }

  /** Three executives and three champions who help with one topic each. */
  async aSmallCompany() {
    const pair = async (topic: string) => ({
      executive: await anExecutive(this.db, {
        topics: [topic],
        person: { name: `Exec ${topic}` },
      }),
      champion: await aChampion(this.db, { skills: [topic], person: { name: `Champ ${topic}` } }),
    });
    const first = await pair('Forecasting');
    const second = await pair('Writing');
    const third = await pair('Law');
    return {
      forecasting: first.executive,
      writing: second.executive,
      law: third.executive,
      ana: first.champion,
      ben: second.champion,
      cleo: third.champion,
    };
  }
}

/** Matching looks at everybody, so each test of a spec has a company of its own. */
export function aRoundDesk(): RoundDesk {
  const desk = new RoundDesk();
  beforeEach(() => desk.open());
  afterEach(() => desk.database.close());
  return desk;
}
