import { useAction } from '@flipside/platform-web';
import { Button, Card, Link, Row, Section, Stack, Text } from '@flipside/ui';
import type { PreparationShown } from './prepare-page.js';
import { SkipStarterPathMutation } from './preparation-documents.js';

interface RecipeChoiceProps {
  preparation: PreparationShown;
  chosen: string | null;
  onChoose: (recipeId: string | null) => void;
}

/** Up to three recipes that fit, each with its reason. Choosing one is one press, and so is going without. */
export function RecipeChoice({ preparation, chosen, onChoose }: RecipeChoiceProps) {
  const { pairingId, recipe, skipsPath, suggestions } = preparation;
  const path = useAction(SkipStarterPathMutation);
  const isOther = recipe && !suggestions.some((each) => each.recipe.id === recipe.id);
  const offered = [...(isOther ? [{ recipe, reason: 'You chose this one.' }] : []), ...suggestions];
  return (
    <Section title="A recipe that fits" actions={<Link to="/recipes">All recipes</Link>}>
      <Stack gap="12">
        {offered.map(({ recipe: each, reason }) => {
          const isChosen = chosen === each.id;
          return (
            <Card
              key={each.id}
              as="article"
              level={3}
              eyebrow={`${each.latest.minutes} minutes`}
              title={each.latest.title}
              tone={isChosen ? 'sunken' : 'paper'}
            >
              <Stack gap="8">
                <Text>{each.latest.aim}</Text>
                <Text tone="muted" size="sm">
                  {reason}
                </Text>
                <Row gap="8">
                  <Button
                    aria-pressed={isChosen}
                    aria-label={`${isChosen ? 'Chosen' : 'Choose'}: ${each.latest.title}`}
                    onClick={() => onChoose(isChosen ? null : each.id)}
                  >
                    {isChosen ? 'Chosen' : 'Choose'}
                  </Button>
                  <Link to={`/recipes/${each.id}`} aria-label={`Read it: ${each.latest.title}`}>
                    Read it
                  </Link>
                </Row>
              </Stack>
            </Card>
          );
        })}
        <div>
          <Button
            variant="quiet"
            size="small"
            isBusy={path.isRunning}
            onClick={() => void path.run({ input: { pairingId, skips: !skipsPath } })}
          >
            {skipsPath ? 'Walk the starter path after all' : 'Skip the starter path'}
          </Button>
        </div>
      </Stack>
    </Section>
  );
}
