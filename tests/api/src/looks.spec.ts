import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aNomination } from '@flipside/champions-api/builders';
import { FindHealth } from '@flipside/insights-api';
import { aSessionLog } from '@flipside/learnings-api/builders';
import { aPairing } from '@flipside/pairings-api/builders';
import { anAdministrator, anHrLead } from '@flipside/people-api/builders';
import { aSession } from '@flipside/sessions-api/builders';
import { testApp, type TestApp } from './test-app.js';

let app: TestApp;
let hr: string;
let executive: string;
let champion: string;
let ids: { pairing: string; session: string; nomination: string; nominee: string };

beforeAll(async () => {
  app = await testApp({ now: '2026-11-24T15:00:00Z' });
  const { db } = app;
  hr = (await anHrLead(db, { name: 'Harriet Lead' })).id;
  const pairing = await aPairing(db, { state: 'active', anchorOn: '2026-10-05' });
  executive = pairing.executiveId;
  champion = pairing.championId;
  const session = await aSession(db, {
    pairingId: pairing.id,
    startsAt: '2026-11-24T09:30:00Z',
    status: 'held',
  });
  await aSessionLog(db, { sessionId: session.id, topics: ['Forecasting'] });
  const nomination = await aNomination(db, { stage: 'nominated' });
  ids = {
    pairing: pairing.id,
    session: session.id,
    nomination: nomination.id,
    nominee: nomination.nomineeId,
  };
});
afterAll(() => app.close());

const LOOKS = `{ looksAtMe { viewerName what at } }`;
const looksAt = async (person: string): Promise<string[]> => {
  const { data } = await app.gql(LOOKS, {}, { as: person });
  const { looksAtMe } = data as { looksAtMe: { viewerName: string; what: string }[] };
  return looksAtMe.map(({ viewerName, what }) => `${viewerName}: ${what}`).sort();
};
const forget = () => app.db.rows(`delete from record_look`);

describe('what HR opens of a person', () => {
  it.each([
    ['the person', 'query ($id: ID!) { person(id: $id) { record { email } } }', 'person', 'person'],
    [
      'what stands on record about a champion',
      'query ($id: ID!) { champion(personId: $id) { timeline { words } } }',
      'champion',
      'person',
    ],
    ['the pairing', 'query ($id: ID!) { pairing(id: $id) { id } }', 'pairing', 'pairing'],
    [
      'what happened in it',
      'query ($id: ID!) { pairingTimeline(pairingId: $id) { at } }',
      'pairing',
      'pairing',
    ],
    [
      'the facts of its sessions',
      'query ($id: ID!) { pairingFacts(pairingId: $id) { met } }',
      'pairing',
      'session',
    ],
    [
      'the facts of one session',
      'query ($id: ID!) { sessionFacts(sessionId: $id) { met } }',
      'session',
      'session',
    ],
  ])('is written down and shown to that person: %s', async (_, query, record, what) => {
    await forget();
    const id =
      record === 'person'
        ? executive
        : record === 'champion'
          ? champion
          : ids[record as 'pairing' | 'session'];
    for (let times = 0; times < 2; times += 1) {
      const { errors } = await app.gql(query, record ? { id } : {}, { as: hr });
      expect(errors).toEqual([]);
    }
    const seen = [`Harriet Lead: ${what}`];
    if (record !== 'champion') expect(await looksAt(executive)).toEqual(seen);
    if (record !== 'person') expect(await looksAt(champion)).toEqual(seen);
  });

  it.each([
    ['rhythm', '{ rhythm { pairings { pairingId } } }', 'pairing_list'],
    ['health', '{ pairingHealth { pairings { pairingId } } }', 'pairing_list'],
    ['pairings', '{ pairings(first: 50) { edges { node { id } } } }', 'pairing_list'],
    [
      'what slips, on the home page',
      '{ programmeHome { slipping { totalCount } } }',
      'pairing_list',
    ],
    ['people', '{ people(first: 100) { edges { node { record { email } } } } }', 'people_list'],
  ])(
    'by name in a list is written down once a month, with the last day: %s',
    async (_, query, what) => {
      await forget();
      await app.nest.get(FindHealth).handle();
      const days = ['2026-11-24', '2026-11-24', '2026-11-27'];
      for (const day of days) {
        app.clock.set(`${day}T15:00:00Z`);
        expect((await app.gql(query, {}, { as: hr })).errors).toEqual([]);
      }
      for (const person of [executive, champion]) {
        const { data } = await app.gql(LOOKS, {}, { as: person });
        expect(data).toEqual({
          looksAtMe: [{ viewerName: 'Harriet Lead', what, at: '2026-11-27T15:00:00.000Z' }],
        });
      }
      expect(await looksAt(hr)).toEqual([]);
      app.clock.set('2026-11-24T15:00:00Z');
    },
  );

  it('of a nomination reaches the nominee once they are asked, and not before', async () => {
    await forget();
    const query = `query ($id: ID!) { nomination(id: $id) { nomineeName } }`;
    const idea = await aNomination(app.db, { stage: 'candidate' });
    for (const id of [ids.nomination, idea.id])
      expect((await app.gql(query, { id }, { as: hr })).errors).toEqual([]);
    expect(await looksAt(ids.nominee)).toEqual(['Harriet Lead: nomination']);
    expect(await looksAt(idea.nomineeId)).toEqual([]);
  });

  it('leaves nothing where somebody looks at their own, or a colleague at the directory', async () => {
    await forget();
    const query = 'query ($id: ID!) { person(id: $id) { name record { email } } }';
    await app.gql(query, { id: executive }, { as: executive });
    await app.gql(query, { id: executive }, { as: champion });
    await app.gql(query, { id: executive }, { as: (await anAdministrator(app.db)).id });
    expect(await looksAt(executive)).toEqual([]);
  });
});
