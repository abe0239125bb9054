import { audienceSentence } from '@flipside/learnings-domain';
import { useAction, useDates, useDraft, usePageQuery, useParams } from '@flipside/platform-web';
import type { PreparationQuery as Loaded } from '@flipside/platform-web/gql';
import {
  ActionNotice,
  Alert,
  Button,
  Card,
  Checkbox,
  ChipGroup,
  Faces,
  FactList,
  FormActions,
  Link,
  Page,
  Section,
  SkeletonCard,
  Stack,
  Text,
  Textarea,
} from '@flipside/ui';
import { DATA_CLASS_NAMES } from '../recipes/recipe-documents.js';
import { MirrorResult } from './mirror-result.js';
import { PreparationQuery, PrepareSessionMutation } from './preparation-documents.js';
import { RecipeChoice } from './recipe-choice.js';

export type PreparationShown = Loaded['preparation'];
type Guardrails = Loaded['guardrails'];
type DataClass = keyof typeof DATA_CLASS_NAMES;

/** What do we do next time? What was agreed, one real task, and a recipe that fits. */
export function PreparePage() {
  const { sessionId = '' } = useParams();
  const page = usePageQuery(PreparationQuery, { variables: { sessionId } });
  return (
    <Page
      title="Prepare the session"
      width="reading"
      breadcrumb={[{ label: 'The session', to: `/sessions/${sessionId}` }]}
    >
      <Faces of={page} skeleton={<SkeletonCard height={28} />}>
        {({ preparation, guardrails }) => (
          <Stack gap="32">
            <LastTime of={preparation} />
            <PlanForm key={preparation.version} preparation={preparation} guardrails={guardrails} />
            {preparation.viewerIsExecutive && preparation.recipe?.track === 'MIRROR' && (
              <MirrorResult of={preparation} />
            )}
            <Boundaries guardrails={guardrails} />
          </Stack>
        )}
      </Faces>
    </Page>
  );
}

function LastTime({ of: { lastTime, otherName, startsAt } }: { of: PreparationShown }) {
  const dates = useDates();
  return (
    <Section title={`With ${otherName}, ${dates.moment(startsAt)}`}>
      {lastTime ? (
        <Card tone="sunken" eyebrow={`Last time, ${dates.day(lastTime.startsAt)}`}>
          <FactList
            facts={[
              { label: 'What changes', value: lastTime.changeLine },
              { label: 'Agreed next step', value: lastTime.nextStep },
              { label: 'Topics', value: lastTime.topics.join(', ') },
            ]}
          />
        </Card>
      ) : (
        <Text tone="muted">Your first session. It starts from a task on the desk today.</Text>
      )}
    </Section>
  );
}

interface Plan {
  task: string;
  decidesThere: boolean;
  dataClass: DataClass;
  acceptsRule: boolean;
  recipeId: string | null;
}

function PlanForm({
  preparation,
  guardrails,
}: {
  preparation: PreparationShown;
  guardrails: Guardrails;
}) {
  const { sessionId, otherName, version } = preparation;
  const draft = useDraft<Plan>(`prepare:${sessionId}:${version}`, {
    task: preparation.task,
    decidesThere: preparation.decidesThere,
    dataClass: preparation.dataClass ?? 'INTERNAL',
    acceptsRule: preparation.acceptsRule,
    recipeId: preparation.recipe?.id ?? null,
  });
  const plan = draft.value;
  const set = (change: Partial<Plan>) => draft.setValue({ ...plan, ...change });
  const save = useAction(PrepareSessionMutation, {
    said: () => `Saved. ${otherName} sees it too.`,
    onDone: () => draft.clear(),
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save.run({ input: { sessionId, version, ...plan } });
      }}
    >
      <Stack gap="24">
        <Section title="The task on the desk today">
          <Stack gap="16">
            <Textarea
              label="One real task"
              rows={2}
              value={plan.task}
              error={save.errorFor('task')}
              audience="PAIR"
              audienceNote={audienceSentence('task.body', otherName)}
              onChange={(event) => set({ task: event.currentTarget.value })}
            />
            <Checkbox
              label="We decide when we meet"
              checked={plan.decidesThere}
              onChange={(event) => set({ decidesThere: event.currentTarget.checked })}
            />
            <ChipGroup
              label="How sensitive is the material?"
              options={(Object.keys(DATA_CLASS_NAMES) as DataClass[]).map((value) => ({
                value,
                label: DATA_CLASS_NAMES[value],
              }))}
              value={[plan.dataClass]}
              isSingle
              onChange={([dataClass]) => dataClass && set({ dataClass, acceptsRule: false })}
            />
            <Rule
              plan={plan}
              set={set}
              guardrails={guardrails}
              error={save.errorFor('acceptsRule')}
            />
          </Stack>
        </Section>
        <RecipeChoice
          preparation={preparation}
          chosen={plan.recipeId}
          onChoose={(recipeId) => set({ recipeId })}
        />
        <ActionNotice of={save} />
        <FormActions>
          <Button type="submit" variant="primary" size="large" isBusy={save.isRunning}>
            Save the plan
          </Button>
        </FormActions>
      </Stack>
    </form>
  );
}

const CLASSES = Object.keys(DATA_CLASS_NAMES) as DataClass[];

/** The rule of the class that was chosen and the tools for it; the restricted class wants a tick. */
function Rule({
  plan,
  set,
  guardrails,
  error,
}: {
  plan: Plan;
  set: (change: Partial<Plan>) => void;
  guardrails: Guardrails;
  error: string | undefined;
}) {
  const isRestricted = plan.dataClass === 'RESTRICTED';
  const rule = guardrails.rules.find(({ dataClass }) => dataClass === plan.dataClass)?.rule;
  const tools = guardrails.tools.filter(
    ({ highestClass }) => CLASSES.indexOf(highestClass) >= CLASSES.indexOf(plan.dataClass),
  );
  return (
    <Alert
      tone={isRestricted ? 'warning' : 'info'}
      title={`${DATA_CLASS_NAMES[plan.dataClass]} material`}
    >
      <Stack gap="12">
        <Text>{rule}</Text>
        <Text>
          {tools.length > 0
            ? `Approved for it: ${tools.map(({ name }) => name).join(', ')}.`
            : 'No tool is approved for it yet. Work with an outline, or without AI.'}
        </Text>
        {isRestricted && (
          <Checkbox
            label="I read this rule and keep to it"
            checked={plan.acceptsRule}
            error={error}
            onChange={(event) => set({ acceptsRule: event.currentTarget.checked })}
          />
        )}
      </Stack>
    </Alert>
  );
}

function Boundaries({ guardrails: { dos, donts, ownerName } }: { guardrails: Guardrails }) {
  return (
    <Section title="Boundaries">
      <Stack gap="8">
        <Text>
          {dos[0]} Do not: {donts[0]?.toLowerCase()}
        </Text>
        <Text>
          <Link to="/guardrails">All guardrails</Link>
          {ownerName && (
            <>
              {' · '}
              <Link to="/guardrails/questions">Ask {ownerName} about a boundary</Link>
            </>
          )}
        </Text>
      </Stack>
    </Section>
  );
}
