/** What a champion may have seen the executive do. Observable acts, not judgements of a person. */
export const OBSERVED_BEHAVIOURS = {
  said_what_good_looks_like: 'Said what a good answer looks like before asking',
  gave_context: 'Gave context: role, reader, what was tried',
  gave_an_example: 'Gave an example to follow',
  asked_again_better: 'Asked again, better, instead of giving up',
  split_the_task: 'Split a large task into steps',
  checked_the_facts: 'Checked facts or figures at the source',
  found_a_mistake: 'Found a mistake in the answer',
  asked_for_the_case_against: 'Asked for the case against their own view',
  decided_themselves: 'Took the decision themselves and said why',
  minded_the_data: 'Asked which data may go in before putting it in',
  left_it_out: 'Chose not to use AI, with a reason',
  showed_the_team: 'Showed somebody on their team',
} as const;

export type Behaviour = keyof typeof OBSERVED_BEHAVIOURS;

export const BEHAVIOURS = Object.keys(OBSERVED_BEHAVIOURS) as Behaviour[];

/** Most behaviours that one log names: more than three and none of them was really watched. */
export const MAX_BEHAVIOURS = 3;
