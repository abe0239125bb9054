import { useState } from 'react';
import { graphql, useAction } from '@flipside/platform-web';
import { ActionNotice, Button, FormActions, Sheet, Stack, Textarea, TextInput } from '@flipside/ui';

const SetExecutiveGoals = graphql(`
  mutation SetExecutiveGoals($input: SetExecutiveGoalsInput!) {
    setExecutiveGoals(input: $input) {
      ... on ExecutivePayload {
        executive {
          personId
          goal
          topics
          version
        }
      }
      ... on PairingRefusal {
        message
        field
        code
      }
    }
  }
`);

interface GoalsSheetProps {
  executive: {
    personId: string;
    goal: string;
    topics: readonly string[];
    version: number;
    person: { name: string };
  };
  onClose: () => void;
}

const listed = (text: string): string[] =>
  text
    .split(/[,\n]/)
    .map((topic) => topic.trim())
    .filter(Boolean);

/** What the coaching should be about; matching reads it. */
export function GoalsSheet({ executive, onClose }: GoalsSheetProps) {
  const [topics, setTopics] = useState(executive.topics.join(', '));
  const [goal, setGoal] = useState(executive.goal);
  const save = useAction(SetExecutiveGoals, { said: () => 'Saved.', onDone: onClose });
  const note = 'HR leads read this, and the champion who is proposed.';
  return (
    <Sheet isOpen onClose={onClose} title={`What ${executive.person.name} wants`}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const { personId, version } = executive;
          void save.run({ input: { personId, version, goal, topics: listed(topics) } });
        }}
      >
        <Stack gap="16">
          <TextInput
            label="Topics, separated by commas"
            description="Up to 8, for example: forecasting, board papers."
            value={topics}
            onChange={(event) => setTopics(event.currentTarget.value)}
            error={save.errorFor('topics')}
            audience="PROGRAMME"
            audienceNote={note}
          />
          <Textarea
            label="Goal in one sentence (optional)"
            value={goal}
            maxLength={500}
            rows={3}
            onChange={(event) => setGoal(event.currentTarget.value)}
            error={save.errorFor('goal')}
            audience="PROGRAMME"
            audienceNote={note}
          />
          <ActionNotice of={save} />
          <FormActions>
            <Button onClick={onClose}>Cancel</Button>
            <Button type="submit" variant="primary" isBusy={save.isRunning}>
              Save
            </Button>
          </FormActions>
        </Stack>
      </form>
    </Sheet>
  );
}
