import { IconCheck, LinkButton, Section, Text, VisuallyHidden } from '@flipside/ui';
import './short-list.css';

type StepKey = 'PEOPLE' | 'UNITS' | 'TARGET' | 'NOMINATORS' | 'ROUND';

interface Step {
  key: StepKey;
  isDone: boolean;
}

const STEPS: Record<StepKey, { name: string; note: string; action: string; to: string }> = {
  PEOPLE: {
    name: 'Import your people',
    note: 'A CSV export of your HR system is enough.',
    action: 'Import people',
    to: '/import',
  },
  UNITS: {
    name: 'Look at your units',
    note: 'They come with the import, from unit columns or from who reports to whom.',
    action: 'See units',
    to: '/coverage',
  },
  TARGET: {
    name: 'Set the target',
    note: 'One champion per 25 people until you choose otherwise.',
    action: 'Set target',
    to: '/settings',
  },
  NOMINATORS: {
    name: 'Find champions',
    note: 'Name them yourself, or let colleagues nominate each other.',
    action: 'Nominate',
    to: '/nominate',
  },
  ROUND: {
    name: 'Start the first matching round',
    note: 'Proposals come with reasons; you decide.',
    action: 'Start a round',
    to: '/matching',
  },
};

/** From an empty installation to the first round: five steps, ticked by what is really there. */
export function SetUpList({ steps }: { steps: readonly Step[] }) {
  const next = steps.find(({ isDone }) => !isDone)?.key;
  const done = steps.filter(({ isDone }) => isDone).length;
  return (
    <Section title="Set up your programme" lead={`${done} of ${steps.length} steps done.`}>
      <ol className="insights-list">
        {steps.map(({ key, isDone }) => {
          const step = STEPS[key];
          return (
            <li key={key} className="insights-row">
              <div className="insights-row-words">
                <Text weight="medium">
                  {step.name} {isDone && <VisuallyHidden>(done)</VisuallyHidden>}
                </Text>
                <Text size="sm" tone="muted">
                  {step.note}
                </Text>
              </div>
              {isDone ? (
                <IconCheck size={20} aria-hidden />
              ) : (
                <LinkButton
                  to={step.to}
                  size="small"
                  variant={key === next ? 'primary' : 'secondary'}
                >
                  {step.action}
                </LinkButton>
              )}
            </li>
          );
        })}
      </ol>
    </Section>
  );
}
