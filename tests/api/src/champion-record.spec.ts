/** What contexts to the right leave on a champion's record: pairings and thanks. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@flipside/kernel';
import { aChampion } from '@flipside/champions-api/builders';
import { anExecutive, aPairing } from '@flipside/pairings-api/builders';
import { anHrLead } from '@flipside/people-api/builders';
import { testApp, type TestApp } from './test-app.js';

let app: TestApp;

beforeAll(async () => {
  app = await testApp({ now: '2027-03-01T09:00:00Z' });
});
afterAll(() => app.close());

describe('the timeline of a champion', () => {
  it('has pairings begun and ended for champion and programme, and thanks for the champion alone', async () => {
    const champion = await aChampion(app.db);
    const executive = await anExecutive(app.db, { person: { name: 'Helen Ward' } });
    const lead = await anHrLead(app.db);
    const pairing = await aPairing(app.db, {
      championId: champion.id,
      executiveId: executive.id,
      state: 'completed',
      acceptedAt: new Date('2027-01-11T08:00:00Z'),
      endedAt: new Date('2027-02-20T08:00:00Z'),
    });
    await app.db.rows(
      `insert into thanks (id, pairing_id, from_person_id, to_person_id, body, at)
       values ($1, $2, $3, $4, 'sealed', '2027-02-01T08:00:00Z') returning 1`,
      [newId(), pairing.id, executive.id, champion.id],
    );
    const seenBy = async (as: string) => {
      const { data } = await app.gql(
        'query Record($id: ID!) { champion(personId: $id) { timeline { on kind words actorName } } }',
        { id: champion.id },
        { as },
      );
      return (data as { champion: { timeline: object[] } }).champion.timeline;
    };
    const ended = { on: '2027-02-20', kind: 'pairing', words: 'A pairing ended: Helen Ward' };
    const began = { on: '2027-01-11', kind: 'pairing', words: 'A pairing began: Helen Ward' };
    const thanks = { on: '2027-02-01', words: 'Was thanked', actorName: 'Helen Ward' };
    expect(await seenBy(champion.id)).toMatchObject([ended, thanks, began, { kind: 'role' }]);
    expect(await seenBy(lead.id)).toMatchObject([ended, began, { kind: 'role' }]);
    expect(await seenBy(executive.id)).toEqual([]);
  });
});
