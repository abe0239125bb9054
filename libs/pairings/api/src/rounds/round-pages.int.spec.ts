import { describe, expect, it } from '@jest/globals';
import { countStatements } from '@flipside/testing';
import { aProposal, aRound } from '../builders.js';
import { PublishPreviewReader } from './publish-preview.reader.js';
import type { ProposalType } from './proposal.type.js';
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
    const publishing = new PublishPreviewReader(desk.db, desk.reader, desk.clock);
    const preview = await publishing.of(await desk.reader.one(roundId), desk.request());
    expect(preview).toMatchObject({ pairings: 1, people: 2, undecided: 2, withoutAddress: [] });
    await desk.publishNow(roundId);
    const sent = await desk.db.rows<{ subject: string; body_text: string }>(
      `select subject, body_text from mail_message where kind = 'introduction'`,
    );
    for (const mail of preview.mails) {
      const same = sent.find(({ subject }) => subject === mail.subject);
      for (const paragraph of mail.paragraphs) expect(same?.body_text).toContain(paragraph);
    }
  });
});
