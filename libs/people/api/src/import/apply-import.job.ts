import { Injectable } from '@nestjs/common';
import type { JobHandler } from '@flipside/platform-api';
import type { ApplyDecision } from '@flipside/people-domain';
import { applyImportJob } from './apply-import.js';
import { WriteRoster } from './write-roster.js';

/** Applies an import in the background. Repeating it does nothing: the run is no longer waiting then. */
@Injectable()
export class ApplyImportInBackground implements JobHandler<ApplyDecision & { runId: string }> {
  readonly job = applyImportJob;

  constructor(private readonly writeRoster: WriteRoster) {}

  async handle({ runId, ...decision }: ApplyDecision & { runId: string }): Promise<void> {
    await this.writeRoster.run(runId, decision);
  }
}
