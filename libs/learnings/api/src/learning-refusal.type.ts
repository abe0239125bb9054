import type { LearningRefusalCode } from '@flipside/learnings-domain';
import { Refusal } from '@flipside/platform-api';
import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';

const codes: Record<LearningRefusalCode, string> = {
  EMPTY: 'A text is needed and is empty.',
  TOO_LONG: 'A text is longer than its limit.',
  TOO_MANY_TOPICS: 'More topics than a log takes.',
  UNKNOWN_TOPIC: 'A topic that the form did not offer.',
  TOO_MANY_BEHAVIOURS: 'More observations than a log takes.',
  ABSENT_SIDE_MISSING: 'They did not meet and nobody is named who could not come.',
  SESSION_NOT_OVER: 'The session has not begun or is not over.',
  SESSION_CALLED_OFF: 'The session was skipped, cancelled or never agreed.',
  LOG_CLOSED: 'The time for changing the log has passed.',
  CHANGED_MEANWHILE: 'Somebody changed it after the form was opened.',
  FIGURES_MISSING: 'A time-type outcome without its figures.',
  FIGURES_OUT_OF_RANGE: 'A figure that cannot be.',
  PERIOD_BACKWARDS: 'The last day lies before the first.',
  SAME_WORKFLOW: 'The pair already recorded this workflow for this time.',
  OUTCOME_ENDED: 'It has ended, so it is recorded again rather than renewed.',
  RENEW_TOO_EARLY: 'It holds for long yet.',
  RETIRED: 'Its writer has retired it.',
  OWN_LEARNING: 'One does not try one’s own learning.',
  OWN_OUTCOME: 'One’s own outcome cannot be confirmed by oneself.',
  TASK_MISSING: 'No task is named, and it is not said that it is chosen there.',
  RULE_NOT_ACCEPTED: 'The rule of restricted material was not ticked.',
  SECRET_FOUND: 'The text seems to contain a password or key.',
  NO_OWNER: 'Nobody is named to whom this would go.',
  GRADE_MISSING: 'A figure in a headline without the outcome it comes from.',
  NAME_IN_TEXT: 'Somebody who wants to stay unnamed stands in the text by name.',
  OWN_STORY: 'One’s own story cannot be picked.',
  NOTHING_RATED: 'A look at fluency that says nothing.',
  NOTHING_SEEN_YET: 'There was no session in which something could be seen.',
  YES_NEEDED: 'The other person agreed to the text as it stands, not to another.',
  NO_PAIRING: 'There is no pairing to share with.',
};
const LearningRefusalCodes = Object.fromEntries(
  Object.keys(codes).map((code) => [code, code]),
) as Record<LearningRefusalCode, LearningRefusalCode>;
registerEnumType(LearningRefusalCodes, {
  name: 'LearningRefusalCode',
  description: 'Why something about logs, notes, learnings or outcomes cannot be done.',
  valuesMap: Object.fromEntries(
    Object.entries(codes).map(([code, description]) => [code, { description }]),
  ) as Record<LearningRefusalCode, { description: string }>,
});

@ObjectType({
  implements: () => [Refusal],
  description: 'Something about logs, notes, learnings or outcomes that cannot be done now.',
})
export class LearningRefusal extends Refusal {
  @Field(() => LearningRefusalCodes, { description: 'The kind of refusal.' })
  code!: LearningRefusalCode;
}
