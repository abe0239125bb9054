import { describe, expect, it } from '@jest/globals';
import { aChampion } from '@flipside/champions-api/builders';
import { newId } from '@flipside/kernel';
import { anOrgUnit, aPerson } from '@flipside/people-api/builders';
import { aPairing, anExecutive } from '../builders.js';
import { aRoundDesk } from '../rounds/round-desk.builder.js';
import { AllowPair } from './allow-pair.js';
import { ConflictReader } from './conflict.reader.js';
import { EndUnitConflict } from './end-unit-conflict.js';
import { KeepApart } from './keep-apart.js';
import { NoteUnitConflict } from './note-unit-conflict.js';

const desk = aRoundDesk();

/** Sales with a team below it, both below the company that builders put people into. */
async function aTree() {
  const company = await desk.db.one<{ id: string }>(
    `select id from org_unit where code = 'company'`,
  );
  if (!company) throw new Error('There is no company');
  const sales = await anOrgUnit(desk.db, { name: 'Sales', parentId: company.id });
  const north = await anOrgUnit(desk.db, { name: 'Sales North', parentId: sales.id });
  return { company, sales, north };
}
const note = (personId: string, unitId: string, reason: string | null = null) =>
  new NoteUnitConflict(desk.db, desk.clock).run(desk.hr, { personId, unitId, reason });

describe('a conflict of a person and a unit', () => {
  it('keeps an executive from champions of the unit and below it, and a champion from executives there', async () => {
    const { sales, north } = await aTree();
    const helen = await anExecutive(desk.db);
    const inNorth = await anExecutive(desk.db, { person: { unitId: north.id } });
    await aChampion(desk.db, { person: { unitId: north.id } });
    const outside = await aChampion(desk.db, { capacity: 1 });
    const noted = await note(helen.id, sales.id, 'Her partner leads it');
    expect(noted).toMatchObject({ ok: true, value: { live: 0 } });
    await note(outside.id, sales.id);
    const roundId = await desk.aProposedRound();
    const [ofHelen, ofNorth] = [
      await desk.proposalOf(roundId, helen.id),
      await desk.proposalOf(roundId, inNorth.id),
    ];
    expect(ofHelen.championId).toBe(outside.id);
    expect(ofNorth.championId).not.toBe(outside.id);
    const answer = await desk.listed.whyNot(ofNorth.id, outside.id);
    expect(answer.sentences).toEqual(['One of them is kept out of the other’s unit.']);
    expect(JSON.stringify(answer)).not.toContain('partner');
    expect(await desk.say(ofNorth.id, { kind: 'swap', championId: outside.id })).toMatchObject({
      refusal: { code: 'RULE_BROKEN' },
    });
  });

  it('noted while a round is in review opens what it forbids before anybody is told', async () => {
    const { sales } = await aTree();
    const helen = await anExecutive(desk.db);
    await aChampion(desk.db, { person: { unitId: sales.id } });
    const roundId = await desk.aProposedRound();
    await desk.say((await desk.proposalOf(roundId, helen.id)).id, { kind: 'accept' });
    await note(helen.id, sales.id);
    expect(await desk.hold(roundId)).toMatchObject({ refusal: { code: 'RULE_BROKEN' } });
    expect(await desk.proposalOf(roundId, helen.id)).toMatchObject({
      decision: 'open',
      flags: ['no_longer_possible'],
    });
  });

  it('is noted once, says which pairings go on, and ends', async () => {
    const { company, sales, north } = await aTree();
    const pairing = await aPairing(desk.db, {
      champion: { person: { unitId: north.id } },
    });
    const first = await note(pairing.executiveId, sales.id, 'Old team');
    expect(first).toMatchObject({ ok: true, value: { live: 1 } });
    const second = await note(pairing.executiveId, sales.id, 'Former team');
    const reader = new ConflictReader(desk.db);
    const all = await reader.all();
    expect(all).toHaveLength(1);
    expect(all[0]).toMatchObject({ reason: 'Former team', notedById: desk.hr.personId });
    if (!second.ok) throw new Error('refused');
    const { conflictId } = second.value;
    const end = new EndUnitConflict(desk.db);
    expect(await end.run({ conflictId })).toEqual({ conflictId });
    expect(await end.run({ conflictId })).toEqual({ conflictId });
    expect(await reader.all()).toEqual([]);
    expect(await note(pairing.executiveId, company.id)).toMatchObject({
      refusal: { code: 'UNIT_IS_EVERYBODY', field: 'unitId' },
    });
    const left = await aPerson(desk.db, { leaveOn: '2026-01-31' });
    expect(await note(left.id, sales.id)).toMatchObject({
      refusal: { code: 'NOT_EMPLOYED', field: 'personId' },
    });
    await expect(note(left.id, newId())).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('two people kept apart', () => {
  it('are listed page by page, the latest first, and may be suggested again when that is taken back', async () => {
    const helen = await anExecutive(desk.db);
    const [ana, ben] = [await aChampion(desk.db), await aChampion(desk.db)];
    const keep = new KeepApart(desk.db, desk.clock);
    const apart = (championId: string, reason: string | null = null) =>
      keep.run(desk.hr, { executiveId: helen.id, championId, reason });
    expect((await apart(ana.id, 'They are related')).ok).toBe(true);
    expect((await apart(ben.id)).ok).toBe(true);
    expect(await apart(helen.id)).toMatchObject({ refusal: { code: 'NAMED_TWICE' } });
    await expect(apart(newId())).rejects.toMatchObject({ code: 'NOT_FOUND' });

    const reader = new ConflictReader(desk.db);
    const first = await reader.pairs({ first: 1 });
    expect(first).toMatchObject({ totalCount: 2, pageInfo: { hasNextPage: true } });
    const second = await reader.pairs({ first: 1, after: first.pageInfo.endCursor });
    const seen = [...first.edges, ...second.edges].map(({ node }) => node.championId);
    expect(new Set(seen)).toEqual(new Set([ana.id, ben.id]));

    const roundId = await desk.aProposedRound();
    expect((await desk.proposalOf(roundId, helen.id)).championId).toBeNull();
    const allow = new AllowPair(desk.db);
    await allow.run({ executiveId: helen.id, championId: ben.id });
    await allow.run({ executiveId: helen.id, championId: ben.id });
    await desk.again(roundId);
    expect((await desk.proposalOf(roundId, helen.id)).championId).toBe(ben.id);
  });
});
