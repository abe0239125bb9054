import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aCompany, anHrLead, aPerson, manyPeople } from '@flipside/people-api/builders';
import { manyChampions } from '@flipside/champions-api/builders';
import { testApp, type TestApp } from './test-app.js';

let app: TestApp;
let lead: string;
let units: Record<string, string>;
let people: Record<string, string[]>;

beforeAll(async () => {
  app = await testApp({ now: '2026-11-23T09:00:00Z' });
  ({ units, people } = await aCompany(app.db, {
    name: 'Norden',
    children: [
      { name: 'Sales', people: 26 },
      { name: 'Legal', people: 4 },
    ],
  }));
  lead = (await anHrLead(app.db, { unitId: null, locationId: null })).id;
  await manyChampions(app.db, [people['Sales']?.[0] ?? '']);
});
afterAll(() => app.close());

const COVERAGE = `query Coverage($asOf: Day) { coverage(asOf: $asOf) {
  asOf headline { totalSentence gapSentence rule } gapIds
  nodes { name depth people champions required gap state shownState ratioText below { none short close covered pooled } }
  pooled { sentence }
} }`;

describe('coverage over HTTP', () => {
  it('gives the sentence, the gaps and every unit to the HR lead', async () => {
    const { data, errors } = await app.gql(COVERAGE, {}, { as: lead });
    expect(errors).toEqual([]);
    expect(data?.['coverage']).toMatchObject({
      asOf: '2026-11-23',
      headline: {
        totalSentence: '1 champion for 31 people: 1 per 31, target 1 per 25.',
        gapSentence: '1 unit is short by 1 champion.',
      },
      gapIds: [units['Sales']],
      nodes: [
        {
          name: 'Norden',
          depth: 0,
          people: 30,
          required: 2,
          gap: 1,
          state: 'CLOSE',
          below: { close: 1, pooled: 1 },
        },
        {
          name: 'Legal',
          depth: 1,
          state: 'POOLED',
          shownState: 'CLOSE',
          ratioText: 'none for 4 people',
        },
        {
          name: 'Sales',
          depth: 1,
          people: 26,
          champions: 1,
          gap: 1,
          state: 'CLOSE',
          ratioText: '1 per 26',
        },
      ],
      pooled: [{ sentence: expect.stringContaining('4 people in 1 small unit') }],
    });
  });

  it('takes as many statements for 100 units as for 3', async () => {
    const few = await app.statements(COVERAGE, {}, { as: lead });
    await aCompany(app.db, {
      name: 'More',
      children: Array.from({ length: 97 }, (_, n) => ({ name: `More ${n}` })),
    });
    const many = await app.statements(COVERAGE, {}, { as: lead });
    expect(many.length).toBe(few.length);
  });

  it('answers a day that is none with words, and an unknown unit like one that is not yours', async () => {
    const wrong = await app.gql(COVERAGE, { asOf: '2026-02-30' }, { as: lead });
    expect(wrong.errors).toMatchObject([{ extensions: { code: 'BAD_INPUT' } }]);
    const unknown = await app.gql(`{ coverageUnit(id: "nobody") { sentence } }`, {}, { as: lead });
    expect(unknown.errors[0]?.extensions?.code).toBe('NOT_FOUND');
  });

  it('is for HR leads', async () => {
    const { errors } = await app.gql(COVERAGE, {}, { as: people['Legal']?.[0] ?? '' });
    expect(errors[0]?.extensions?.code).toBe('FORBIDDEN');
  });
});

describe('from a nomination to a filled seat', () => {
  it('asks the nominee, lets HR decide, and moves coverage', async () => {
    const [peer, nominee] = [people['Legal']?.[1] ?? '', people['Sales']?.[5] ?? ''];
    const act = async (as: string, field: string, input: Record<string, unknown>) => {
      const name = field.charAt(0).toUpperCase() + field.slice(1);
      const inputType = field === 'nominate' ? 'NominateArgs' : `${name}Args`;
      const { data, errors } = await app.gql(
        `mutation Act($input: ${inputType}!) { ${field}(input: $input) {
          ... on NominationPayload { nominationId } ... on ChampionRefusal { code message field } } }`,
        { input },
        { as },
      );
      expect(errors).toEqual([]);
      return data?.[field] as { nominationId?: string; code?: string };
    };
    const { nominationId } = await act(peer, 'nominate', {
      nomineeId: nominee,
      reason: 'Explains well.',
    });
    expect(
      await act(lead, 'moveNomination', { nominationId, version: 1, toStage: 'SCREENED' }),
    ).toMatchObject({ code: 'NOMINEE_FIRST' });
    await act(nominee, 'answerNomination', { nominationId, answer: 'YES' });
    await act(lead, 'moveNomination', { nominationId, version: 2, toStage: 'SCREENED' });
    await act(lead, 'moveNomination', {
      nominationId,
      version: 3,
      toStage: 'APPROVED',
      reason: 'Known to all of us.',
    });

    const { data, errors } = await app.gql(
      `query Unit($id: ID!) { coverageUnit(id: $id) { sentence
         champions { active approved } nominations { stage nomineeName history { toStage actorName } } } }`,
      { id: units['Sales'] },
      { as: lead },
    );
    expect(errors).toEqual([]);
    expect(data?.['coverageUnit']).toMatchObject({
      sentence: 'Sales has 2 of 2 champions for 26 people.',
      champions: { active: 2, approved: 0 },
      nominations: [
        {
          stage: 'APPROVED',
          history: [{}, {}, {}, { toStage: 'APPROVED', actorName: 'Harriet Lead' }],
        },
      ],
    });
    const mine = await app.gql(
      `{ myNominations { byMe { outcome } forMe { id } } viewer { roles } }`,
      {},
      { as: peer },
    );
    expect(mine.data).toMatchObject({
      myNominations: { byMe: [{ outcome: 'CHAMPION' }], forMe: [] },
    });
    const champion = await app.gql(
      `{ viewer { roles } myLoad { agreedHours capacity } }`,
      {},
      { as: nominee },
    );
    expect(champion.data).toMatchObject({
      viewer: { roles: expect.arrayContaining(['CHAMPION']) },
      myLoad: { capacity: 2 },
    });
  });

  it('shows the record of a nomination to the programme team only', async () => {
    const nominee = (await aPerson(app.db)).id;
    await app.gql(
      `mutation N($id: ID!) { nominate(input: { nomineeId: $id, reason: "Good." }) { ... on NominationPayload { nominationId } } }`,
      { id: nominee },
      { as: lead },
    );
    const { data } = await app.gql(
      `{ myNominations { forMe { reason nominatorName history { toStage } moves { toStage } } } }`,
      {},
      { as: nominee },
    );
    expect(data?.['myNominations']).toEqual({
      forMe: [{ reason: 'Good.', nominatorName: 'Harriet Lead', history: [], moves: [] }],
    });
  });
});

describe('the directory over HTTP', () => {
  const CHAMPIONS = `query Champions($filter: ChampionFilterInput, $first: Int!) {
    champions(filter: $filter, first: $first) { totalCount edges { node { personId name capacity agreedHours viewerCanEnd } } } }`;

  it('is open to everybody, without what is between a champion and the programme', async () => {
    const colleague = people['Legal']?.[0] ?? '';
    const { data } = await app.gql(CHAMPIONS, { first: 5 }, { as: colleague });
    expect(data?.['champions']).toMatchObject({
      edges: [{ node: { capacity: null, agreedHours: null, viewerCanEnd: false } }, {}],
    });
  });

  it('takes as many statements for 200 champions as for 2', async () => {
    const few = await app.statements(CHAMPIONS, { first: 200 }, { as: lead });
    await manyChampions(app.db, await manyPeople(app.db, 200, { unitId: units['Legal'] ?? '' }));
    const many = await app.statements(CHAMPIONS, { first: 200 }, { as: lead });
    expect(many.length).toBe(few.length);
  });
});
