import { graphql, useAction, usePageQuery } from '@flipside/platform-web';
import type { ExecutiveLevelPlanQuery } from '@flipside/platform-web/gql';
import {
  ActionNotice,
  Button,
  EmptyState,
  Faces,
  FormActions,
  LinkButton,
  Sheet,
  Skeleton,
  Stack,
  Text,
} from '@flipside/ui';
import { plural } from '../pairing-words.js';

const ExecutiveLevelPlan = graphql(`
  query ExecutiveLevelPlan {
    executiveLevelPlan {
      level
      enrol
      remove
      first {
        id
        name
        title
      }
    }
  }
`);

const ApplyLevel = graphql(`
  mutation ApplyExecutiveLevel {
    applyExecutiveLevel {
      ... on ApplyLevelRulePayload {
        enrolled
        removed
        keptInPairing
      }
      ... on PairingRefusal {
        message
        field
        code
      }
    }
  }
`);

/** Says whom the rule would add before it adds anybody: levels differ from company to company. */
export function LevelRuleSheet({ onClose }: { onClose: () => void }) {
  const page = usePageQuery(ExecutiveLevelPlan);
  return (
    <Sheet
      isOpen
      onClose={onClose}
      kind="dialog"
      title="Apply the level rule"
      lead="People you marked or took out by hand stay as you decided."
    >
      <Faces
        of={page}
        skeleton={<Skeleton lines={4} />}
        isEmpty={({ executiveLevelPlan }) => !executiveLevelPlan}
        empty={
          <EmptyState
            level={3}
            title="No level is set yet"
            action={<LinkButton to="/settings">Open settings</LinkButton>}
          >
            Set the level down to which people take part as executives, or mark people by hand.
          </EmptyState>
        }
      >
        {({ executiveLevelPlan: plan }) => plan && <Plan plan={plan} onClose={onClose} />}
      </Faces>
    </Sheet>
  );
}

type LevelPlan = NonNullable<ExecutiveLevelPlanQuery['executiveLevelPlan']>;

function Plan({ plan, onClose }: { plan: LevelPlan; onClose: () => void }) {
  const apply = useAction(ApplyLevel, { said: appliedInWords, onDone: onClose });
  const { level, enrol, remove, first } = plan;
  const isNothing = enrol + remove === 0;
  const names = first.map(({ name, title }) => (title ? `${name} (${title})` : name));
  const others = enrol - first.length;
  return (
    <Stack gap="16">
      <Text>
        Down to level {level}.{' '}
        {isNothing
          ? 'Everybody there takes part already; nothing changes.'
          : `${plural(enrol, 'person is', 'people are')} added, ${remove} taken out.`}
      </Text>
      {names.length > 0 && (
        <Text tone="muted">
          Added: {names.join(', ')}
          {others > 0 ? ` and ${plural(others, 'other', 'others')}` : ''}.
        </Text>
      )}
      <ActionNotice of={apply} />
      <FormActions>
        <Button onClick={onClose}>Cancel</Button>
        {!isNothing && (
          <Button variant="primary" isBusy={apply.isRunning} onClick={() => void apply.run({})}>
            {enrol > 0 ? `Add ${plural(enrol, 'executive', 'executives')}` : 'Apply the rule'}
          </Button>
        )}
      </FormActions>
    </Stack>
  );
}

function appliedInWords(applied: { enrolled: number; removed: number; keptInPairing: number }) {
  const { enrolled, removed, keptInPairing } = applied;
  const words = [`${enrolled} added, ${removed} taken out.`];
  if (keptInPairing > 0) {
    words.push(`${plural(keptInPairing, 'stays', 'stay')} because of a pairing.`);
  }
  return words.join(' ');
}
