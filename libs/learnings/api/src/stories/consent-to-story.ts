import {
  learningRefusals,
  namesPerson,
  stateOfStory,
  type LearningRefusal,
  type StoryConsent,
} from '@flipside/learnings-domain';
import { isId, ok, refuse, type Clock, type Result } from '@flipside/kernel';
import { barrier, CLOCK, Database, Vault, type Viewer } from '@flipside/platform-api';
import { Inject, Injectable } from '@nestjs/common';
import { requireSide } from '../circle.policy.js';
import { CIRCLE_COLUMNS, CIRCLE_JOINS, type PairingCircle } from '../circle.reader.js';
import { STORY_CELLS, storyWords } from './story.store.js';
import type { ConsentToStoryInput } from './story.type.js';

interface Locked extends PairingCircle {
  id: string;
  result: string;
  body: string;
  executiveConsent: StoryConsent | null;
  championConsent: StoryConsent | null;
  version: number;
}

/**
 * One of the two answers for themselves, then or later: with their name, without it, or not at all. The second yes opens
 * the text to everyone; any no seals it for the two again, in the same transaction and for every list at once.
 */
@Injectable()
export class ConsentToStory {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly vault: Vault,
  ) {}

  run(viewer: Viewer, input: ConsentToStoryInput): Promise<Result<string, LearningRefusal>> {
    return this.db.transaction(async (tx) => {
      const story = isId(input.id)
        ? await tx.one<Locked>(
            `select t.id, t.result, t.body, t.executive_consent as "executiveConsent",
               t.champion_consent as "championConsent", t.version, ${CIRCLE_COLUMNS}
             from story t join pairing p on p.id = t.pairing_id ${CIRCLE_JOINS} where t.id = $1 for update of t`,
            [input.id],
          )
        : null;
      if (!story) throw barrier('NOT_FOUND');
      const side = requireSide(viewer, story);
      if (story.version !== input.version) return refuse(learningRefusals.changedMeanwhile());
      const [open] = await this.vault.openRows(
        tx,
        viewer.personId,
        [story],
        ({ id }) => id,
        STORY_CELLS,
      );
      const { result = '', body = '' } = open ?? {};
      if (input.consent === 'anonymous' && namesPerson(`${result} ${body}`, viewer.name))
        return refuse(learningRefusals.nameInText());
      const consents = {
        executive: story.executiveConsent,
        champion: story.championConsent,
        [side]: input.consent,
      };
      const isShared = stateOfStory(consents.executive, consents.champion) === 'shared';
      const words = await storyWords(tx, this.vault, story, {
        id: story.id,
        result,
        body,
        isShared,
      });
      await tx.execute(
        `update story set ${side}_consent = $2, result = $3, body = $4, version = version + 1,
           shared_at = case when $5 then coalesce(shared_at, $6::timestamptz) end
         where id = $1`,
        [story.id, input.consent, words.result, words.body, isShared, this.clock.now()],
      );
      return ok(story.id);
    });
  }
}
