import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aChampion } from '@flipside/champions-api/builders';
import { DEFAULT_RULES } from '@flipside/pairings-domain';
import { ReportingLineReader } from '@flipside/people-api';
import { anHrLead } from '@flipside/people-api/builders';
import { RequestContext, type Viewer } from '@flipside/platform-api';
import { countStatements, fixedClock, testDatabase, type TestDatabase } from '@flipside/testing';
import { MatchingPeopleReader } from '../rounds/matching-people.reader.js';
import { viewer } from '../rounds/round-desk.builder.js';
import { CertificationReader } from './certification.reader.js';
import { RecordCertification } from './record-certification.js';
import { WithdrawCertification } from './withdraw-certification.js';

const clock = fixedClock('2026-11-21T10:00:00Z');
let database: TestDatabase;
let hr: Viewer;
beforeAll(async () => {
  database = await testDatabase();
  hr = viewer((await anHrLead(database.db)).id, 'HR_LEAD');
});
afterAll(() => database.close());

const certify = (championId: string, validUntil: string, evidence = 'Course and interview') =>
  new RecordCertification(database.db, clock).run(hr, { championId, evidence, validUntil });
const seenBy = (who: Viewer, championId: string) =>
  new CertificationReader(database.db, clock)
    .of(new RequestContext(who, undefined as never, undefined as never), who)
    .load(championId);
const certifiedUntil = async (championId: string) => {
  const people = await new MatchingPeopleReader(
    database.db,
    new ReportingLineReader(database.db),
    clock,
  ).load({ rules: DEFAULT_RULES, leftOut: [] });
  return people.champions.find(({ id }) => id === championId)?.certifiedUntil;
};

describe('a certification', () => {
  it('is noted with its evidence and its end, and renewed', async () => {
    const { id } = await aChampion(database.db);
    expect(await seenBy(hr, id)).toMatchObject({ state: 'none', certifiedOn: null });
    expect((await certify(id, '2027-01-01')).ok).toBe(true);
    expect((await certify(id, '2027-06-01')).ok).toBe(true);
    expect(await certifiedUntil(id)).toBe('2027-06-01');
    expect(await seenBy(hr, id)).toMatchObject({
      state: 'certified',
      certifiedOn: '2026-11-21',
      evidence: 'Course and interview',
    });
    expect(await certify(id, '2026-11-21')).toMatchObject({
      refusal: { code: 'DAY_IN_THE_PAST', field: 'validUntil' },
    });
    expect(await certify(hr.personId, '2027-01-01')).toMatchObject({
      refusal: { code: 'CHAMPION_GONE' },
    });
  });

  it('is withdrawn from today on, which matching reads at once, and can be taken back', async () => {
    const { id } = await aChampion(database.db);
    const withdrawal = new WithdrawCertification(database.db, clock);
    expect(await withdrawal.run(hr, id)).toMatchObject({ refusal: { code: 'NOT_CERTIFIED' } });
    await certify(id, '2027-06-01');
    expect((await withdrawal.run(hr, id)).ok).toBe(true);
    expect(await certifiedUntil(id)).toBe('2026-11-21');
    expect(await seenBy(hr, id)).toMatchObject({ state: 'withdrawn', withdrawnOn: '2026-11-21' });
    expect(await withdrawal.run(hr, id)).toMatchObject({ refusal: { code: 'NOT_CERTIFIED' } });
    expect((await withdrawal.restore(id)).ok).toBe(true);
    expect(await certifiedUntil(id)).toBe('2027-06-01');
    expect(await withdrawal.restore(id)).toMatchObject({ refusal: { code: 'CHANGED_MEANWHILE' } });
    await withdrawal.run(hr, id);
    await certify(id, '2027-09-01');
    expect(await seenBy(hr, id)).toMatchObject({ state: 'certified', withdrawnOn: null });
  });

  it('shows its days to everybody, its evidence to the champion and HR alone', async () => {
    const { id } = await aChampion(database.db);
    await certify(id, '2026-12-01', 'Interview with Ruth');
    const day = { state: 'ends_soon', validUntil: '2026-12-01' };
    const { id: other } = await aChampion(database.db);
    expect(await seenBy(viewer(other, 'CHAMPION'), id)).toMatchObject({
      ...day,
      evidence: null,
      recordedById: null,
      viewerCanChange: false,
    });
    expect(await seenBy(viewer(id, 'CHAMPION'), id)).toMatchObject({
      ...day,
      evidence: 'Interview with Ruth',
      viewerCanChange: false,
    });
    expect(await seenBy(hr, id)).toMatchObject({ ...day, viewerCanChange: true });
  });

  it('is listed for all champions of today, those without first, page by page and counted', async () => {
    const own = await testDatabase();
    try {
      const { db } = own;
      const lead = viewer((await anHrLead(db)).id, 'HR_LEAD');
      const record = new RecordCertification(db, clock);
      const until = { Ada: '2027-03-01', Bo: '2026-12-01', Cy: null, Di: null } as const;
      const ids: string[] = [];
      for (const [name, validUntil] of Object.entries(until)) {
        const { id } = await aChampion(db, { person: { name } });
        ids.push(id);
        if (validUntil) await record.run(lead, { championId: id, evidence: 'Course', validUntil });
      }
      await aChampion(db, { person: { name: 'Gone', leaveOn: '2026-01-31' } });
      const reader = new CertificationReader(db, clock);
      const list = (filter: 'all' | 'valid' | 'not_valid', first = 50, after?: string) =>
        reader.page(lead, { filter, text: '', page: { first, ...(after && { after }) } });
      const found = [];
      let after: string | undefined;
      for (;;) {
        const page = await list('all', 1, after);
        expect(page.totalCount).toBe(4);
        found.push(...page.edges.map(({ node }) => node.championId));
        if (!page.pageInfo.hasNextPage) break;
        after = page.pageInfo.endCursor ?? undefined;
      }
      const [ada, bo, cy, di] = ids;
      expect(found).toEqual([cy, di, bo, ada]);
      expect((await list('valid')).edges.map(({ node }) => node.championId)).toEqual([bo, ada]);
      expect((await list('not_valid')).totalCount).toBe(2);
      expect(
        (await reader.page(lead, { filter: 'all', text: '%', page: { first: 9 } })).totalCount,
      ).toBe(0);
      expect(await reader.counts()).toEqual({ champions: 4, certified: 2 });
      expect(await countStatements(() => list('all'))).toBe(3);
    } finally {
      await own.close();
    }
  });
});
