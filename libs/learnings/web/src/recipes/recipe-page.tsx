import { useAction, useDates, usePageQuery, useParams, useUrlState } from '@flipside/platform-web';
import {
  ActionNotice,
  Alert,
  Badge,
  Button,
  Card,
  FactList,
  Faces,
  FormActions,
  LinkButton,
  Page,
  Row,
  Section,
  SkeletonCard,
  Stack,
  Text,
  useToast,
} from '@flipside/ui';
import {
  CopyRecipeMutation,
  DATA_CLASS_NAMES,
  RecipeQuery,
  ReportRecipeMutation,
  ReviewRecipeMutation,
  TRACKS,
  type RecipeShown,
} from './recipe-documents.js';
import { RecipeForm } from './recipe-form.js';
import { RecipeVersions } from './recipe-versions.js';

/** One recipe: what to do, whether it still works, and every text it has had. */
export function RecipePage() {
  const { id = '' } = useParams();
  const page = usePageQuery(RecipeQuery, { variables: { id } });
  const [{ edit }, setState] = useUrlState({ edit: '' });
  const recipe = page.data?.recipe;
  return (
    <Page
      title={recipe?.latest.title ?? 'Recipe'}
      {...(recipe && { lead: recipe.latest.aim })}
      breadcrumb={[{ label: 'Recipes', to: '/recipes' }]}
      width="reading"
      {...(recipe?.viewerCanChange &&
        !edit && { actions: <Button onClick={() => setState({ edit: '1' })}>Change it</Button> })}
    >
      <Faces of={page} skeleton={<SkeletonCard height={24} />}>
        {({ recipe: shown, recipeVersions }) =>
          edit ? (
            <RecipeForm recipe={shown} onDone={() => setState({ edit: '' })} />
          ) : (
            <Stack gap="32">
              <Review recipe={shown} />
              <Plan recipe={shown} />
              <Standing recipe={shown} />
              {recipeVersions.length > 1 && <RecipeVersions versions={recipeVersions} />}
            </Stack>
          )
        }
      </Faces>
    </Page>
  );
}

function Plan({ recipe: { id, latest } }: { recipe: RecipeShown }) {
  const toast = useToast();
  const copy = useAction(CopyRecipeMutation);
  async function copyPrompt() {
    try {
      await navigator.clipboard.writeText(latest.prompt);
    } catch {
      toast({ text: 'The browser does not let us copy. Mark the words instead.', tone: 'problem' });
      return;
    }
    toast({ text: 'Copied.' });
    await copy.run({ id });
  }
  return (
    <Section title="What to do">
      <Stack gap="16">
        <Stack as="ol" gap="8">
          {latest.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </Stack>
        {latest.prompt && (
          <Card tone="sunken" level={3} title="Words to start with">
            <Stack gap="12">
              <Text>{latest.prompt}</Text>
              <div>
                <Button onClick={() => void copyPrompt()}>Copy the words</Button>
              </div>
            </Stack>
          </Card>
        )}
        <FactList
          facts={[
            { label: 'At the end there is', value: latest.expectedResult },
            { label: 'It went well when', value: latest.goodLooksLike },
          ]}
        />
      </Stack>
    </Section>
  );
}

function Standing({ recipe }: { recipe: RecipeShown }) {
  const dates = useDates();
  const report = useAction(ReportRecipeMutation, { said: () => 'Noted. Thank you.' });
  const { id, viewerSaysWorks, workedAt, workedWith } = recipe;
  const say = (works: boolean) => void report.run({ input: { id, works } });
  return (
    <Section title="Does it still work?">
      <Stack gap="16">
        <FactList
          facts={[
            { label: 'Kind', value: TRACKS[recipe.track] },
            { label: 'Material', value: DATA_CLASS_NAMES[recipe.latest.dataClass] },
            { label: 'Looked after by', value: recipe.ownerName ?? 'Nobody yet' },
            { label: 'Looked at again by', value: dates.day(recipe.reviewBy) },
            {
              label: 'Worked last',
              value: workedAt
                ? `${dates.day(workedAt)}${workedWith ? `, with ${workedWith}` : ''}`
                : 'Nobody has said yet',
            },
            {
              label: 'Works for',
              value:
                recipe.failsCount > 0
                  ? `${recipe.worksCount}, no longer for ${recipe.failsCount}`
                  : String(recipe.worksCount),
            },
            { label: 'Copied', value: `${recipe.usedCount} times` },
          ]}
        />
        <ActionNotice of={report} />
        <Row gap="8">
          <Button
            aria-pressed={viewerSaysWorks === true}
            isBusy={report.isRunning}
            onClick={() => say(true)}
          >
            It worked
          </Button>
          <Button
            aria-pressed={viewerSaysWorks === false}
            isBusy={report.isRunning}
            onClick={() => say(false)}
          >
            It no longer works
          </Button>
          <LinkButton to="/guardrails" variant="quiet">
            Rules for material
          </LinkButton>
        </Row>
      </Stack>
    </Section>
  );
}

/** The one task of whoever looks after a recipe that may be out of date. */
function Review({ recipe: { id, state, viewerCanChange } }: { recipe: RecipeShown }) {
  const review = useAction(ReviewRecipeMutation, { said: () => 'Saved.' });
  if (state === 'GOOD') return null;
  return (
    <Alert
      tone="warning"
      title={state === 'RETIRED' ? 'This recipe is retired' : 'This recipe needs a look'}
    >
      <Stack gap="12">
        <Text>
          {state === 'RETIRED'
            ? 'It is no longer offered. Its history stays.'
            : 'Its review date has passed, or two people found that it no longer works.'}
        </Text>
        <ActionNotice of={review} />
        {viewerCanChange && (
          <FormActions>
            <Button
              isBusy={review.isRunning}
              onClick={() => void review.run({ input: { id, isStillRight: true } })}
            >
              Still right
            </Button>
            {state !== 'RETIRED' && (
              <Button
                variant="quiet"
                isBusy={review.isRunning}
                onClick={() => void review.run({ input: { id, isStillRight: false } })}
              >
                Retire it
              </Button>
            )}
          </FormActions>
        )}
        {state !== 'RETIRED' && !viewerCanChange && (
          <Badge tone="neutral">Its owner was told</Badge>
        )}
      </Stack>
    </Alert>
  );
}
