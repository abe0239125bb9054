import { ok, refuse, type Result } from '@flipside/kernel';
import { rosterRefusal, type RosterRefusal } from './roster-refusals.js';

/** More leavers than this share of the company must be confirmed: a half file must not end everybody's membership. */
export const LEAVERS_TO_CONFIRM = 0.1;

export interface ApplyFacts {
  /** People employed before applying. */
  readonly present: number;
  /** People who would leave, marked in the file or missing from a full one. */
  readonly leavers: number;
  /** Rows with errors that nobody has said to ignore. */
  readonly errors: number;
  /** People that the file holds and that can be applied. */
  readonly usable: number;
}

export interface ApplyDecision {
  /** `skip`: good rows go in, bad ones are reported. `refuse`: nothing goes in if anything is wrong. */
  readonly onProblems: 'skip' | 'refuse';
  readonly confirmLeavers: boolean;
}

export const needsConfirmation = (facts: Pick<ApplyFacts, 'present' | 'leavers'>): boolean =>
  facts.leavers > facts.present * LEAVERS_TO_CONFIRM;

/** Whether a checked import may be applied as decided. */
export function mayApply(
  facts: ApplyFacts,
  decision: ApplyDecision,
): Result<undefined, RosterRefusal> {
  if (facts.usable === 0) return refuse(rosterRefusal('NOBODY_LEFT'));
  if (decision.onProblems === 'refuse' && facts.errors > 0) {
    return refuse(rosterRefusal('HAS_PROBLEMS', { rows: facts.errors }, 'onProblems'));
  }
  if (needsConfirmation(facts) && !decision.confirmLeavers) {
    const share = Math.round((facts.leavers / facts.present) * 100);
    return refuse(
      rosterRefusal(
        'CONFIRM_LEAVERS',
        { leavers: facts.leavers, people: facts.present, share },
        'confirmLeavers',
      ),
    );
  }
  return ok();
}
