import { Injectable } from '@nestjs/common';
import { newId, ok, refuse, type Result } from '@flipside/kernel';
import {
  type ChampionRefusal,
  championRefusal,
  type PriorityKind,
  tidyWords,
} from '@flipside/champions-domain';
import { barrier, constraintOf, Database, type Viewer } from '@flipside/platform-api';
import { canRunProgramme } from '../champions/champion.policy.js';

export interface PriorityInput {
  /** Left out for a new one. */
  readonly id?: string | null;
  readonly version?: number | null;
  readonly kind: PriorityKind;
  readonly name: string;
  readonly match: readonly string[];
  readonly target: number;
  readonly weight: number;
}

/** HR states where champions are wanted, or changes it. */
@Injectable()
export class SavePriority {
  constructor(private readonly db: Database) {}

  async run(
    viewer: Viewer,
    input: PriorityInput,
  ): Promise<Result<{ priorityId: string }, ChampionRefusal>> {
    if (!canRunProgramme(viewer)) throw barrier('NOT_FOUND');
    const name = input.name.trim();
    const match = tidyWords(input.match);
    if (name === '' || name.length > 80)
      return refuse(championRefusal('PRIORITY_NAME_MISSING', 'name'));
    if (match.length === 0 || match.length > 20 || match.some((entry) => entry.length > 60)) {
      return refuse(championRefusal('PRIORITY_MATCH_MISSING', 'match'));
    }
    if (!Number.isInteger(input.target) || input.target < 1 || input.target > 100_000) {
      return refuse(championRefusal('PRIORITY_TARGET_OUT_OF_RANGE', 'target'));
    }
    const weight = Math.min(3, Math.max(1, input.weight));
    try {
      if (input.id == null) {
        const id = newId();
        await this.db.rows(
          'insert into strategic_priority (id, kind, name, match, target, weight) values ($1, $2, $3, $4, $5, $6)',
          [id, input.kind, name, match, input.target, weight],
        );
        return ok({ priorityId: id });
      }
      const changed = await this.db.rows(
        `update strategic_priority set kind = $3, name = $4, match = $5, target = $6, weight = $7, version = version + 1
         where id = $1 and version = $2 returning id`,
        [input.id, input.version ?? 0, input.kind, name, match, input.target, weight],
      );
      return changed.length === 1
        ? ok({ priorityId: input.id })
        : refuse(championRefusal('CHANGED_MEANWHILE'));
    } catch (error) {
      if (constraintOf(error) !== 'uq_strategic_priority_name') throw error;
      return refuse(championRefusal('PRIORITY_NAME_TAKEN', 'name'));
    }
  }

  /** Takes a priority away; doing it again changes nothing. */
  async remove(viewer: Viewer, priorityId: string): Promise<void> {
    if (!canRunProgramme(viewer)) throw barrier('NOT_FOUND');
    await this.db.rows('delete from strategic_priority where id = $1', [priorityId]);
  }
}
