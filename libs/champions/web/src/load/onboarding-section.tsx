import { graphql, useAction, usePageQuery } from '@flipside/platform-web';
import type { MyOnboardingQuery } from '@flipside/platform-web/gql';
import {
  ActionNotice,
  Checkbox,
  IconCircleCheck,
  Link,
  QuietFace,
  Section,
  Stack,
  Text,
} from '@flipside/ui';
import '../champions.css';

const MyOnboarding = graphql(`
  query MyOnboarding {
    myOnboarding {
      welcome
      steps {
        id
        label
        href
        isDone
        isFound
      }
    }
  }
`);

const Tick = graphql(`
  mutation TickOnboardingStep($input: TickOnboardingStepArgs!) {
    tickOnboardingStep(input: $input) {
      ... on TickOnboardingStepPayload {
        stepId
      }
      ... on ChampionRefusal {
        message
        field
        code
      }
    }
  }
`);

type Step = NonNullable<MyOnboardingQuery['myOnboarding']>['steps'][number];

/** On the home page of somebody new: what to do first, with the way there. Afterwards there is nothing to say. */
export function OnboardingSection() {
  const page = usePageQuery(MyOnboarding);
  const tick = useAction(Tick);
  if (!page.data) return <QuietFace of={page} />;
  const { myOnboarding: kit } = page.data;
  if (!kit || (kit.steps.length === 0 && kit.welcome === '')) return null;
  const done = kit.steps.filter(({ isDone }) => isDone).length;
  return (
    <Section
      title="Your first steps as a champion"
      lead={kit.steps.length > 0 ? `${done} of ${kit.steps.length} done.` : undefined}
    >
      <Stack gap="16">
        {kit.welcome !== '' &&
          kit.welcome.split(/\n+/).map((paragraph) => <Text key={paragraph}>{paragraph}</Text>)}
        <Stack as="ol" gap="8" className="champions-list">
          {kit.steps.map((step) => (
            <li key={step.id} className="champions-step">
              {step.isFound ? (
                <IconCircleCheck size={20} role="img" aria-label="Done" />
              ) : (
                <Checkbox
                  aria-label={`Done: ${step.label}`}
                  checked={step.isDone}
                  onChange={(event) =>
                    void tick.run({
                      input: { stepId: step.id, isDone: event.currentTarget.checked },
                    })
                  }
                />
              )}
              <Way step={step} />
            </li>
          ))}
        </Stack>
        <ActionNotice of={tick} />
      </Stack>
    </Section>
  );
}

function Way({ step: { label, href } }: { step: Step }) {
  if (href == null) return <span>{label}</span>;
  if (href.startsWith('/')) return <Link to={href}>{label}</Link>;
  return (
    <a href={href} target="_blank" rel="noreferrer">
      {label}
    </a>
  );
}
