import { graphql, usePageQuery } from '@flipside/platform-web';
import type { InterviewOutcome } from '@flipside/platform-web/gql';
import { DateField, SegmentedControl, Stack, Text, Textarea } from '@flipside/ui';

const Guide = graphql(`
  query InterviewGuide {
    interviewGuide {
      field
      question
    }
  }
`);

export interface InterviewDraft {
  heldOn: string;
  experience: string;
  interests: string;
  expertise: string;
  outcome: InterviewOutcome;
}

export const emptyInterview = (today: string): InterviewDraft => ({
  heldOn: today,
  experience: '',
  interests: '',
  expertise: '',
  outcome: 'GO',
});

export const OUTCOME_LABELS: Record<InterviewOutcome, string> = {
  GO: 'Go ahead',
  UNSURE: 'Not sure',
  STOP: 'Better not',
};

const FIELDS = [
  ['experience', 'Experience'],
  ['expertise', 'Expertise'],
  ['interests', 'Interests'],
] as const;

interface InterviewFieldsProps {
  value: InterviewDraft;
  onChange: (value: InterviewDraft) => void;
  errorFor: (field: string) => string | undefined;
}

/** The record of an interview, each field under the question of the guide that fills it. */
export function InterviewFields({ value, onChange, errorFor }: InterviewFieldsProps) {
  const { data } = usePageQuery(Guide);
  const questions = data?.interviewGuide ?? [];
  const questionOf = (field: string) => questions.find((each) => each.field === field)?.question;
  const others = questions.filter(({ field }) => field == null);
  return (
    <Stack gap="16">
      {FIELDS.map(([field, label]) => (
        <Textarea
          key={field}
          label={label}
          description={questionOf(field)}
          value={value[field]}
          onChange={(event) => onChange({ ...value, [field]: event.currentTarget.value })}
          error={errorFor(field)}
        />
      ))}
      {others.length > 0 && (
        <Text size="sm" tone="muted">
          Ask too: {others.map(({ question }) => question).join(' ')}
        </Text>
      )}
      <SegmentedControl
        aria-label="What you think"
        data={(Object.keys(OUTCOME_LABELS) as InterviewOutcome[]).map((outcome) => ({
          value: outcome,
          label: OUTCOME_LABELS[outcome],
        }))}
        value={value.outcome}
        onChange={(next) => onChange({ ...value, outcome: next as InterviewOutcome })}
      />
      <DateField
        label="You talked on"
        value={value.heldOn}
        onChange={(event) => onChange({ ...value, heldOn: event.currentTarget.value })}
        error={errorFor('heldOn')}
      />
      <Text size="sm" tone="muted">
        Only the programme team reads this. No export carries it.
      </Text>
    </Stack>
  );
}
