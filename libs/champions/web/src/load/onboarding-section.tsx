import { graphql, usePageQuery, useViewer } from '@flipside/platform-web';
import { Link, Section, Stack, Text } from '@flipside/ui';
import '../champions.css';

const MyOnboarding = graphql(`
  query MyOnboarding {
    myOnboarding {
      welcome
      hasProfile
      hasOfficeHour
    }
  }
`);

/** On the home page of somebody new: what to do first, with the way there. Afterwards there is nothing to say. */
export function OnboardingSection() {
  const { id } = useViewer();
  const { data } = usePageQuery(MyOnboarding);
  const kit = data?.myOnboarding;
  if (!kit) return null;
  const steps = [
    {
      to: `/champions/${id}?edit=1`,
      label: 'Say what you are good at and how much time you have',
      isDone: kit.hasProfile,
    },
    { to: '/guardrails', label: 'Read which data and tools are allowed' },
    { to: '/recipes', label: 'Look at two recipes to try with somebody' },
    { to: '/me/availability/calendars', label: 'Let sessions fit around your calendar' },
    { to: '/help', label: 'Offer an office hour', isDone: kit.hasOfficeHour },
    { to: '/load', label: 'See what is asked of you, and how to take a break' },
  ];
  return (
    <Section title="Your first steps as a champion">
      <Stack gap="16">
        {kit.welcome !== '' &&
          kit.welcome.split(/\n+/).map((paragraph) => <Text key={paragraph}>{paragraph}</Text>)}
        <Stack as="ol" gap="8" className="champions-list">
          {steps.map(({ to, label, isDone }) => (
            <li key={to}>
              <Link to={to}>{label}</Link>
              {isDone && (
                <Text as="span" size="sm" tone="muted">
                  {' '}
                  Done
                </Text>
              )}
            </li>
          ))}
        </Stack>
      </Stack>
    </Section>
  );
}
