import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@flipside/kernel';
import { barrier, CLOCK, Database, type RequestContext } from '@flipside/platform-api';
import { recipients } from '../pairings/tell-other.js';
import { programmeToday } from '../programme-today.js';
import { introductionMail } from './introduction-mail.js';
import { introducedPeople } from './introduced-people.js';
import { PublishDifferenceReader } from './publish-difference.reader.js';
import { RoundReader } from './round.reader.js';
import { PROPOSAL_COLUMNS, type ProposalRow } from './round.store.js';
import type { MailPreview, PublishPreview, RoundType } from './round.type.js';

/** What publishing would do, written by the same code that writes the mails. */
@Injectable()
export class PublishPreviewReader {
  constructor(
    private readonly db: Database,
    private readonly rounds: RoundReader,
    private readonly difference: PublishDifferenceReader,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async of(round: RoundType, context: RequestContext): Promise<PublishPreview> {
    const chosen = await this.rounds.publishable(round.id);
    const ids = chosen.flatMap(({ executiveId, championId }) =>
      championId === null ? [] : [executiveId, championId],
    );
    const addresses = await recipients(this.db, ids);
    const silent = ids.filter((id) => !addresses.has(id));
    const { counts } = round;
    return {
      ...(await this.difference.of(round.id)),
      pairings: chosen.length,
      people: addresses.size,
      undecided: counts.flagged + counts.unflagged,
      waiting: counts.leftOpen + counts.unmatched,
      withoutAddress: await this.rounds.persons(silent, context),
      mails: await this.mailsOf(chosen[0]),
    };
  }

  /** @throws Barrier NOT_FOUND */
  async mailsOfProposal(proposalId: string): Promise<MailPreview[]> {
    const row = await this.db.one<ProposalRow>(
      `select ${PROPOSAL_COLUMNS} from proposal where id = $1`,
      [proposalId],
    );
    if (!row) throw barrier('NOT_FOUND');
    return this.mailsOf(row);
  }

  private async mailsOf(
    first: Pick<ProposalRow, 'executiveId' | 'championId' | 'reasons'> | undefined,
  ): Promise<MailPreview[]> {
    if (!first?.championId) return [];
    const { executiveId, championId, reasons } = first;
    const { today, cadenceDays, sessionMinutes } = await programmeToday(this.db, this.clock);
    const people = await introducedPeople(this.db, [executiveId, championId], today);
    const addresses = await recipients(this.db, [executiveId, championId]);
    const [executive, champion] = [people.get(executiveId), people.get(championId)];
    if (!executive || !champion) return [];
    return [
      { to: 'executive' as const, id: executiveId, own: executive, other: champion },
      { to: 'champion' as const, id: championId, own: champion, other: executive },
    ].map(({ to, id, own, other }) => {
      const mail = introductionMail({ to, other, reasons, cadenceDays, sessionMinutes });
      return {
        ...mail,
        paragraphs: [...mail.paragraphs],
        toName: own.name,
        hasAddress: addresses.has(id),
      };
    });
  }
}
