import {
  checkStory,
  learningRefusals,
  namesPerson,
  stateOfStory,
  type LearningRefusal,
} from '@flipside/learnings-domain';
import { isId, ok, refuse, type Clock, type Result } from '@flipside/kernel';
import { recipients, tell } from '@flipside/pairings-api';
import {
  barrier,
  CLOCK,
  CONFIG,
  Database,
  Vault,
  type Config,
  type Tx,
  type Viewer,
} from '@flipside/platform-api';
import { Inject, Injectable } from '@nestjs/common';
import { requireSide } from '../circle.policy.js';
import { circleOfPairing, type PairingCircle } from '../circle.reader.js';
import { storyMail } from '../learning-mails.js';
import { storyWords } from './story.store.js';
import type { TellStoryInput } from './story.type.js';

/** One of the two writes a story about both. It stays with the two until the other one agrees as well. */
@Injectable()
export class TellStory {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Pick<Config, 'baseUrl'>,
    private readonly vault: Vault,
  ) {}

  run(viewer: Viewer, input: TellStoryInput): Promise<Result<string, LearningRefusal>> {
    return this.db.transaction(async (tx) => {
      if (!isId(input.id)) throw barrier('BAD_INPUT', 'The id of a story is a UUID.');
      const circle = await circleOfPairing(tx, input.pairingId);
      const side = requireSide(viewer, circle);
      const outcomeId = input.outcomeId ?? null;
      if (outcomeId) await this.#requireOutcome(tx, circle, outcomeId);
      const text = checkStory(input, outcomeId !== null);
      if (!text.ok) return text;
      if (
        input.consent === 'anonymous' &&
        namesPerson(`${input.result} ${input.body}`, viewer.name)
      )
        return refuse(learningRefusals.nameInText());
      const words = await storyWords(tx, this.vault, circle, {
        ...text.value,
        id: input.id,
        isShared: false,
      });
      const consents = { executive: null, champion: null, [side]: input.consent };
      if (stateOfStory(consents.executive, consents.champion) !== 'waiting')
        throw barrier('BAD_INPUT', 'Whoever writes a story agrees to it.');
      const isNew = await tx.execute(
        `insert into story (id, pairing_id, author_id, outcome_id, result, body, ${side}_consent, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (id) do nothing returning id`,
        [
          input.id,
          circle.pairingId,
          viewer.personId,
          outcomeId,
          words.result,
          words.body,
          input.consent,
          this.clock.now(),
        ],
      );
      if (isNew === 1) await this.#ask(tx, viewer, circle, input.id);
      return ok(input.id);
    });
  }

  async #requireOutcome(tx: Tx, { pairingId }: PairingCircle, id: string): Promise<void> {
    const outcome = isId(id)
      ? await tx.one(`select 1 from outcome where id = $1 and pairing_id = $2`, [id, pairingId])
      : null;
    if (!outcome) throw barrier('NOT_FOUND');
  }

  /** The mail says that there is a story, not what is in it. */
  async #ask(tx: Tx, viewer: Viewer, circle: PairingCircle, id: string): Promise<void> {
    const otherId = viewer.personId === circle.championId ? circle.executiveId : circle.championId;
    const to = await recipients(tx, [otherId]);
    await tell(tx, to.get(otherId), storyMail({ storyId: id, name: viewer.name }), this.config);
  }
}
