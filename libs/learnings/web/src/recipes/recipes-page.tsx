import { holdsAny, usePageQuery, useUrlState, useViewer } from '@flipside/platform-web';
import {
  Badge,
  Button,
  Card,
  ChipGroup,
  EmptyState,
  Faces,
  LinkButton,
  Page,
  Row,
  Section,
  SkeletonCard,
  Stack,
  Text,
  TextInput,
} from '@flipside/ui';
import { DATA_CLASS_NAMES, RecipesQuery, TRACKS, type RecipeShown } from './recipe-documents.js';

type Track = RecipeShown['track'];
const TRACK_ORDER = Object.keys(TRACKS) as Track[];

/** What could we do next time? The library of session plans, to be read by everybody. */
export function RecipesPage() {
  const page = usePageQuery(RecipesQuery);
  const viewer = useViewer();
  const [state, setState] = useUrlState({ track: '', text: '' });
  const fits = ({ latest, topics, track }: RecipeShown): boolean =>
    (state.track === '' || state.track === track) &&
    [latest.title, latest.aim, ...topics]
      .join(' ')
      .toLowerCase()
      .includes(state.text.trim().toLowerCase());
  return (
    <Page
      title="Recipes"
      lead="Session plans that start from real work. Everybody here can read them."
      {...(holdsAny(viewer, ['HR_LEAD', 'CHAMPION']) && {
        actions: <LinkButton to="/recipes/new">Add a recipe</LinkButton>,
      })}
    >
      <Faces of={page} skeleton={<SkeletonCard height={20} />}>
        {({ recipes }) => {
          const shown = recipes.filter(fits);
          return (
            <Stack gap="24">
              <TextInput
                label="Find a recipe"
                value={state.text}
                onChange={(event) => setState({ text: event.currentTarget.value })}
              />
              <ChipGroup
                label="Kind"
                options={TRACK_ORDER.map((track) => ({ value: track, label: TRACKS[track] }))}
                value={TRACK_ORDER.filter((track) => track === state.track)}
                isSingle
                onChange={([track]) => setState({ track: track ?? '' })}
              />
              {shown.length === 0 && (
                <EmptyState
                  title="No recipe fits"
                  action={
                    <Button onClick={() => setState({ track: '', text: '' })}>
                      Show all recipes
                    </Button>
                  }
                >
                  Try another word, or look at all kinds.
                </EmptyState>
              )}
              {TRACK_ORDER.map((track) => (
                <TrackSection
                  key={track}
                  track={track}
                  recipes={shown.filter((recipe) => recipe.track === track)}
                />
              ))}
            </Stack>
          );
        }}
      </Faces>
    </Page>
  );
}

function TrackSection({ track, recipes }: { track: Track; recipes: readonly RecipeShown[] }) {
  if (recipes.length === 0) return null;
  return (
    <Section title={TRACKS[track]}>
      <Stack gap="12">
        {track === 'MIRROR' && (
          <Text tone="muted">
            What you find in a mirror stays with you. Not even your champion sees it.
          </Text>
        )}
        {recipes.map((recipe) => (
          <RecipeCard key={recipe.id} recipe={recipe} />
        ))}
      </Stack>
    </Section>
  );
}

function RecipeCard({ recipe }: { recipe: RecipeShown }) {
  const { id, latest, state, worksCount, failsCount } = recipe;
  return (
    <Card
      as="article"
      level={3}
      eyebrow={`${latest.minutes} minutes · ${DATA_CLASS_NAMES[latest.dataClass]} material`}
      title={latest.title}
      actions={
        <LinkButton to={`/recipes/${id}`} aria-label={`Open ${latest.title}`}>
          Open
        </LinkButton>
      }
    >
      <Stack gap="8">
        <Text>{latest.aim}</Text>
        <Row gap="8">
          {state === 'NEEDS_REVIEW' && <Badge tone="close">Needs review</Badge>}
          {worksCount + failsCount > 0 && (
            <Text size="sm" tone="muted">
              Works for {worksCount === 1 ? '1 person' : `${worksCount} people`}
              {failsCount > 0 && `, no longer for ${failsCount}`}
            </Text>
          )}
        </Row>
      </Stack>
    </Card>
  );
}
