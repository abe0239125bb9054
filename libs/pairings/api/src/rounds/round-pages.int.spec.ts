import { describe, expect, it } from '@jest/globals';
import { countStatements } from '@flipside/testing';
import { aPairing, aProposal, aRound } from '../builders.js';
import { PublishPreviewReader } from './publish-preview.reader.js';
import type { ProposalType } from './proposal.type.js';
import { PublishDifferenceReader } from './publish-difference.reader.js';
import { aRoundDesk } from './round-desk.builder.js';

const desk = aRoundDesk();

describe('what the pages show', () => {
  it('lists rounds and proposals in a fixed number of statements', async () => {
    await desk.aSmallCompany();
    const roundId = await desk.aProposedRound();
    await aRound(desk.db);
    expect(await countStatements(() => desk.reader.all(false))).toBe(1);
    expect(
      await countStatements(() => desk.listed.page(roundId, { first: 2 }, desk.request())),
    ).toBe(3);
  });

  it('puts flagged proposals first and executives without a champion last', async () => {
    const { db } = desk;
    const { id: roundId } = await aRound(db, { state: 'review' });
    const good = await aProposal(db, { roundId, points: 8000 });
    const fair = await aProposal(db, { roundId, points: 5000 });
    const none = await aProposal(db, { roundId, championId: null });
    const flagged = await aProposal(db, { roundId, points: 9000, flags: ['at_limit'] });
    const shown: ProposalType[] = [];
    let after: string | null = null;
    do {
      const page = await desk.listed.page(roundId, { first: 1, after }, desk.request());
      expect(page.totalCount).toBe(4);
      shown.push(...page.edges.map(({ node }) => node));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after);
    expect(shown.map(({ id }) => id)).toEqual([flagged.id, fair.id, good.id, none.id]);
    expect(shown[0]?.flags).toEqual([
      { code: 'at_limit', text: 'The champion would be at their limit.' },
    ]);
  });

  it('shows one proposal with both people, reasons and what else could be', async () => {
    const { forecasting, ana, writing } = await desk.aSmallCompany();
    await desk.db.rows('update champion set capacity = 1');
    const roundId = await desk.aProposedRound();
    await desk.say((await desk.proposalOf(roundId, writing.id)).id, { kind: 'accept' });
    const { id, points } = await desk.proposalOf(roundId, forecasting.id);
    const detail = await desk.listed.detail(id, desk.request());
    expect(detail.executive).toMatchObject({
      person: { name: 'Exec Forecasting' },
      topics: ['Forecasting'],
      languages: ['English'],
      timeZone: 'Europe/London',
      capacity: null,
    });
    expect(detail.champion).toMatchObject({ person: { id: ana.id }, held: 0, capacity: 1 });
    expect(detail.reasons.reduce((sum, reason) => sum + reason.points, 0)).toBe(points);
    expect(detail.alternatives.map(({ room }) => room).sort()).toEqual(['full', 'moves']);
  });

  it('previews the rules with counts that add up and who would wait', async () => {
    await desk.aSmallCompany();
    await desk.db.rows(
      'update champion set capacity = 0 where person_id in (select person_id from champion limit 2)',
    );
    const { id } = await aRound(desk.db);
    const preview = await desk.reader.preview(await desk.reader.one(id), desk.request());
    expect(preview).toMatchObject({
      executives: 3,
      champions: 3,
      places: 2,
      wouldWait: 1,
      pairs: 9,
      allowedPairs: 3,
      withoutChampion: [],
    });
    const removed = preview?.rules.reduce((sum, { inOrder }) => sum + inOrder, 0) ?? 0;
    expect(removed + 3).toBe(9);
  });

  it('previews exactly the mails that publishing sends', async () => {
    const { forecasting } = await desk.aSmallCompany();
    const roundId = await desk.aProposedRound();
    await desk.say((await desk.proposalOf(roundId, forecasting.id)).id, { kind: 'accept' });
    const publishing = new PublishPreviewReader(
      desk.db,
      desk.reader,
      new PublishDifferenceReader(desk.db),
      desk.clock,
    );
    const preview = await publishing.of(await desk.reader.one(roundId), desk.request());
    expect(preview).toMatchObject({ pairings: 1, people: 2, undecided: 2, withoutAddress: [] });
    const { id } = await desk.proposalOf(roundId, forecasting.id);
    expect(await publishing.mailsOfProposal(id)).toEqual(preview.mails);
    await desk.publishNow(roundId);
    const sent = await desk.db.rows<{ subject: string; body_text: string }>(
      `select subject, body_text from mail_message where kind = 'introduction'`,
    );
    for (const mail of preview.mails) {
      const same = sent.find(({ subject }) => subject === mail.subject);
      for (const paragraph of mail.paragraphs) expect(same?.body_text).toContain(paragraph);
    }
  });

  it('says what publishing changes against today: new, changed and repeated pairs, running ones untouched', async () => {
    const { forecasting, writing, law, ana, ben } = await desk.aSmallCompany();
    const ended = (executiveId: string, championId: string) =>
      aPairing(desk.db, {
        executiveId,
        championId,
        state: 'completed',
        endedAt: new Date('2025-06-01T09:00:00Z'),
        proposedAt: new Date('2025-01-01T09:00:00Z'),
      });
    await ended(forecasting.id, ana.id);
    await ended(writing.id, ana.id);
    await aPairing(desk.db, {
      executiveId: law.id,
      championId: ben.id,
      state: 'declined',
      proposedAt: new Date('2025-01-01T09:00:00Z'),
      endedAt: new Date('2025-01-03T09:00:00Z'),
    });
    await aPairing(desk.db);
    const roundId = await desk.aProposedRound();
    const difference = new PublishDifferenceReader(desk.db);
    expect(await difference.of(roundId)).toEqual({
      newPairs: 0,
      changedPairs: 0,
      repeatedPairs: 0,
      running: 1,
    });
    for (const { id } of await desk.proposals(roundId)) await desk.say(id, { kind: 'accept' });
    expect(await difference.of(roundId)).toEqual({
      newPairs: 1,
      changedPairs: 1,
      repeatedPairs: 1,
      running: 1,
    });
    const seen = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof difference.pairs>> = await difference.pairs(roundId, {
        first: 1,
        after,
      });
      expect(page.totalCount).toBe(3);
      seen.push(...page.edges.map(({ node }) => [node.change, node.executiveId]));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after);
    expect(seen).toEqual([
      ['changed', writing.id],
      ['again', forecasting.id],
      ['new', law.id],
    ]);
    await desk.publishNow(roundId);
    const running = await desk.db.rows(`select from pairing where state = 'active'`);
    expect(running).toHaveLength(1);
  });
});
