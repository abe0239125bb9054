import { describe, expect, it } from '@jest/globals';
import { newId } from '@flipside/kernel';
import { aPerson } from '@flipside/people-api/builders';
import { aPairing, aProposal, aRound } from '../builders.js';
import { AcceptUnflagged } from './accept-unflagged.js';
import { ProposalChangesReader } from './proposal-changes.reader.js';
import { ReopenProposals } from './reopen-proposals.js';
import { aRoundDesk } from './round-desk.builder.js';

const desk = aRoundDesk();

describe('deciding', () => {
  it('is told apart when two HR leads decide at once: the second one looks again', async () => {
    const { forecasting } = await desk.aSmallCompany();
    const roundId = await desk.aProposedRound();
    const { id, version } = await desk.proposalOf(roundId, forecasting.id);
    const both = await Promise.all([
      desk.say(id, { kind: 'accept' }, version),
      desk.say(id, { kind: 'leave_open' }, version),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: 'CHANGED_MEANWHILE' } });
  });

  it('is told to others as the proposals it changed, and never as everything again', async () => {
    const { forecasting, writing, ben } = await desk.aSmallCompany();
    const roundId = await desk.aProposedRound();
    const changes = new ProposalChangesReader(desk.db, desk.listed);
    const since = (seq: number) => changes.since(roundId, seq, desk.request());
    const last = async () =>
      (
        await desk.db.one<{ seq: number }>(
          `select max(seq) as seq from matching_edit where round_id = $1`,
          [roundId],
        )
      )?.seq ?? 0;
    const seen = await last();
    expect(await since(seen)).toEqual([]);
    const own = await desk.proposalOf(roundId, forecasting.id);
    await desk.say(own.id, { kind: 'swap', championId: ben.id });
    const changed = await since(seen);
    expect(changed?.find(({ id }) => id === own.id)).toMatchObject({
      decision: 'pinned',
      champion: { id: ben.id },
    });
    const moved = await desk.proposalOf(roundId, writing.id);
    expect(changed?.map(({ id }) => id)).not.toContain(
      (await desk.proposals(roundId)).find(
        ({ executiveId }) => executiveId !== forecasting.id && executiveId !== moved.executiveId,
      )?.id,
    );
    await desk.again(roundId);
    expect(await since(seen)).toBeNull();
    expect(await since(await last())).toEqual([]);
  });

  it('can be undone', async () => {
    const { forecasting, ana } = await desk.aSmallCompany();
    const roundId = await desk.aProposedRound();
    const { id } = await desk.proposalOf(roundId, forecasting.id);
    for (const kind of ['accept', 'pin', 'leave_open'] as const) {
      await desk.say(id, { kind });
      await desk.say(id, { kind: 'reopen' });
      expect(await desk.proposalOf(roundId, forecasting.id)).toMatchObject({
        decision: 'open',
        championId: ana.id,
      });
    }
  });

  it('remembers whom not to suggest again, until that is taken back', async () => {
    const { forecasting, ana } = await desk.aSmallCompany();
    const roundId = await desk.aProposedRound();
    const { id } = await desk.proposalOf(roundId, forecasting.id);
    await desk.say(id, { kind: 'forbid', reason: 'Worked together before' });
    expect(await desk.proposalOf(roundId, forecasting.id)).toMatchObject({
      championId: null,
      cause: { cause: { kind: 'set_aside', by: 'forbid' } },
    });
    expect(await desk.say(id, { kind: 'swap', championId: ana.id })).toMatchObject({
      refusal: { code: 'RULE_BROKEN', message: 'You said not to suggest these two again.' },
    });
    expect(await desk.say(id, { kind: 'accept' })).toMatchObject({
      refusal: { code: 'NO_CHAMPION' },
    });
    expect(await desk.say(id, { kind: 'forbid', reason: null })).toMatchObject({
      refusal: { code: 'NO_CHAMPION' },
    });
    expect((await desk.say(id, { kind: 'allow', championId: ana.id })).ok).toBe(true);
    expect(await desk.proposalOf(roundId, forecasting.id)).toMatchObject({
      championId: ana.id,
      decision: 'open',
      cause: null,
    });
  });

  it('swaps somebody in with points that compare, and takes the place of an undecided one when needed', async () => {
    const { forecasting, writing, ana, ben } = await desk.aSmallCompany();
    await desk.db.rows('update champion set capacity = 1');
    const roundId = await desk.aProposedRound();
    const own = await desk.proposalOf(roundId, forecasting.id);
    const [detail] = own.alternatives.filter(({ championId }) => championId === ben.id);
    const other = await desk.proposalOf(roundId, writing.id);
    expect(await desk.say(own.id, { kind: 'swap', championId: ben.id })).toMatchObject({
      value: { movedIds: [other.id] },
    });
    const swapped = await desk.proposalOf(roundId, forecasting.id);
    expect(swapped).toMatchObject({
      championId: ben.id,
      decision: 'pinned',
      points: detail?.points,
    });
    expect(swapped.alternatives.map(({ championId }) => championId)).toContain(ana.id);
    const moved = await desk.proposalOf(roundId, writing.id);
    expect(moved).toMatchObject({
      championId: null,
      decision: 'open',
      cause: { cause: { kind: 'set_aside', by: 'swap' } },
    });
    expect(await desk.say(moved.id, { kind: 'swap', championId: ben.id })).toMatchObject({
      refusal: { code: 'CHAMPION_FULL' },
    });
  });

  it('refuses champions and executives who no longer take part', async () => {
    const { forecasting, writing, ben } = await desk.aSmallCompany();
    const roundId = await desk.aProposedRound();
    const nobody = await aPerson(desk.db);
    const { id } = await desk.proposalOf(roundId, forecasting.id);
    expect(await desk.say(id, { kind: 'swap', championId: nobody.id })).toMatchObject({
      refusal: { code: 'CHAMPION_GONE' },
    });
    await aPairing(desk.db, { executiveId: writing.id, state: 'active' });
    const other = await desk.proposalOf(roundId, writing.id);
    expect(await desk.say(other.id, { kind: 'swap', championId: ben.id })).toMatchObject({
      refusal: { code: 'EXECUTIVE_GONE' },
    });
  });

  it('happens in review only, and only for proposals that exist', async () => {
    const round = await aRound(desk.db, { state: 'published' });
    const proposal = await aProposal(desk.db, { roundId: round.id });
    expect(await desk.say(proposal.id, { kind: 'accept' })).toMatchObject({
      refusal: { code: 'ROUND_CLOSED' },
    });
    await expect(desk.say(newId(), { kind: 'accept' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

describe('accepting in bulk', () => {
  it('takes open proposals without a flag only, and can be undone', async () => {
    const { db } = desk;
    const { id: roundId } = await aRound(db, { state: 'review' });
    const plain = await aProposal(db, { roundId });
    const flagged = await aProposal(db, { roundId, flags: ['weak_fit'] });
    const open = await aProposal(db, { roundId, decision: 'left_open' });
    const unmatched = await aProposal(db, { roundId, championId: null });
    const version = await desk.versionOf(roundId);
    const accept = new AcceptUnflagged(db, desk.runs, desk.clock);
    // Somebody proposed anew after this lead looked: what nobody saw is not accepted.
    expect(await accept.run(desk.hr, { roundId, version: version - 1 })).toMatchObject({
      refusal: { code: 'CHANGED_MEANWHILE' },
    });
    expect((await desk.proposals(roundId)).filter((row) => row.decision === 'accepted')).toEqual(
      [],
    );
    const accepted = await accept.run(desk.hr, { roundId, version });
    expect(accepted).toEqual({ ok: true, value: { roundId, proposalIds: [plain.id] } });
    const decisions = async () =>
      new Map((await desk.proposals(roundId)).map(({ id, decision }) => [id, decision]));
    expect(await decisions()).toEqual(
      new Map([
        [plain.id, 'accepted'],
        [flagged.id, 'open'],
        [open.id, 'left_open'],
        [unmatched.id, 'open'],
      ]),
    );
    const reopen = new ReopenProposals(db, desk.runs, desk.clock);
    await reopen.run(desk.hr, { roundId, proposalIds: [plain.id, open.id] });
    expect((await decisions()).get(plain.id)).toBe('open');
    expect((await decisions()).get(open.id)).toBe('left_open');
  });

  it('is refused outside the review', async () => {
    const { id: roundId } = await aRound(desk.db);
    const { db } = desk;
    expect(
      await new AcceptUnflagged(db, desk.runs, desk.clock).run(desk.hr, { roundId, version: 1 }),
    ).toMatchObject({
      refusal: { code: 'NOT_IN_REVIEW' },
    });
    expect(
      await new ReopenProposals(db, desk.runs, desk.clock).run(desk.hr, {
        roundId,
        proposalIds: [],
      }),
    ).toMatchObject({ refusal: { code: 'NOT_IN_REVIEW' } });
  });
});
