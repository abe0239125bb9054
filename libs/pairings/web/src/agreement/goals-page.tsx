import { graphql, useAction, usePageQuery } from '@flipside/platform-web';
import {
  ActionNotice,
  Button,
  Card,
  Checkbox,
  Faces,
  FormActions,
  IconPlus,
  Page,
  SkeletonCard,
  Stack,
  TextInput,
} from '@flipside/ui';
import { useState } from 'react';

const GoalsQuery = graphql(`
  query GoalCategories {
    goalCategories {
      code
      name
      isForDecisions
      isActive
    }
  }
`);

const SetGoalsMutation = graphql(`
  mutation SetGoalCategories($input: SetGoalCategoriesInput!) {
    setGoalCategories(input: $input) {
      goals {
        code
        name
        isForDecisions
        isActive
      }
    }
  }
`);

interface Goal {
  /** Absent for one that is new. */
  code?: string;
  name: string;
  isForDecisions: boolean;
  isActive: boolean;
}

/** What may a pairing work towards? HR words the list; pairs choose from it. */
export function GoalsPage() {
  const page = usePageQuery(GoalsQuery);
  return (
    <Page
      title="Goals"
      lead="Business outcomes that a pairing chooses from before its first session. Reports count them, never who chose them."
      width="reading"
    >
      <Faces of={page} skeleton={<SkeletonCard height={24} />}>
        {({ goalCategories }) => (
          <GoalsForm
            key={goalCategories.map(({ code }) => code).join()}
            goals={goalCategories.map(({ code, name, isForDecisions, isActive }) => ({
              code,
              name,
              isForDecisions,
              isActive,
            }))}
          />
        )}
      </Faces>
    </Page>
  );
}

function GoalsForm({ goals: saved }: { goals: readonly Goal[] }) {
  const [goals, setGoals] = useState<readonly Goal[]>(saved);
  const save = useAction(SetGoalsMutation, { said: () => 'Saved. Pairs see the new list.' });
  const change = (at: number, part: Partial<Goal>) =>
    setGoals(goals.map((goal, place) => (place === at ? { ...goal, ...part } : goal)));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save.run({
          input: { goals: goals.filter(({ name }) => name.trim() !== '') },
        });
      }}
    >
      <Stack gap="16">
        {goals.map((goal, at) => (
          <Card key={goal.code ?? `new ${at}`} tone="sunken">
            <Stack gap="12">
              <TextInput
                label={`Goal ${at + 1}`}
                value={goal.name}
                maxLength={80}
                onChange={(event) => change(at, { name: event.currentTarget.value })}
              />
              <Checkbox
                label="Is about decisions: thinking recipes are offered first"
                checked={goal.isForDecisions}
                onChange={(event) => change(at, { isForDecisions: event.currentTarget.checked })}
              />
              <Checkbox
                label="Offered to pairs. Who chose it keeps it either way"
                checked={goal.isActive}
                onChange={(event) => change(at, { isActive: event.currentTarget.checked })}
              />
            </Stack>
          </Card>
        ))}
        <div>
          <Button
            icon={<IconPlus size={16} />}
            onClick={() =>
              setGoals([...goals, { name: '', isForDecisions: false, isActive: true }])
            }
          >
            Add a goal
          </Button>
        </div>
        <ActionNotice of={save} />
        <FormActions>
          <Button type="submit" variant="primary" isBusy={save.isRunning}>
            Save the goals
          </Button>
        </FormActions>
      </Stack>
    </form>
  );
}
