import { graphql, useAction, usePageQuery } from '@flipside/platform-web';
import type { OnboardingKitQuery } from '@flipside/platform-web/gql';
import {
  ActionNotice,
  Button,
  IconButton,
  IconChevronDown,
  IconChevronUp,
  IconTrash,
  Row,
  Stack,
  Text,
  TextInput,
} from '@flipside/ui';
import { useState } from 'react';
import '../champions.css';

const KitDocument = graphql(`
  query OnboardingKit {
    onboardingKit {
      version
      steps {
        id
        label
        href
      }
    }
  }
`);

const Save = graphql(`
  mutation SaveOnboardingKit($input: SaveOnboardingKitArgs!) {
    saveOnboardingKit(input: $input) {
      ... on OnboardingKit {
        version
      }
      ... on ChampionRefusal {
        message
        field
        code
      }
    }
  }
`);

type Kit = OnboardingKitQuery['onboardingKit'];

/** The first steps of champions, for the programme to choose. */
export function OnboardingKit() {
  const kit = usePageQuery(KitDocument).data?.onboardingKit;
  return kit ? <KitForm key={kit.version} kit={kit} /> : null;
}

interface Written {
  key: string;
  id: string | null;
  label: string;
  href: string;
}

const writtenOf = ({ steps }: Kit): Written[] =>
  steps.map(({ id, label, href }) => ({ key: id, id, label, href: href ?? '' }));

function KitForm({ kit }: { kit: Kit }) {
  const [steps, setSteps] = useState(() => writtenOf(kit));
  const save = useAction(Save, {
    said: () => 'Saved. Whoever is new finds them; ticks stay.',
  });
  const isChanged = JSON.stringify(steps) !== JSON.stringify(writtenOf(kit));
  const change = (at: number, part: Partial<Written>) =>
    setSteps(steps.map((step, place) => (place === at ? { ...step, ...part } : step)));
  const move = (from: number, to: number) => {
    const [step] = steps.slice(from, from + 1);
    if (step) setSteps(steps.toSpliced(from, 1).toSpliced(to, 0, step));
  };
  return (
    <Stack gap="12">
      <Text size="sm" tone="muted">
        First steps, in the order in which new champions find them. What somebody has ticked stays
        theirs, also when you take the step away. A step leads to a page of this site, where :me
        stands for the champion, to a web address, or nowhere.
      </Text>
      <Stack as="ol" gap="12" className="champions-list">
        {steps.map(({ key, label, href }, at) => (
          <li key={key} className="champions-kit-step">
            <TextInput
              label={`Step ${at + 1}`}
              value={label}
              onChange={(event) => change(at, { label: event.currentTarget.value })}
            />
            <TextInput
              label={`Where step ${at + 1} leads`}
              placeholder="/help or https://…"
              value={href}
              onChange={(event) => change(at, { href: event.currentTarget.value })}
            />
            <Row gap="4">
              <IconButton
                label={`Move up: ${label}`}
                icon={<IconChevronUp size={18} aria-hidden />}
                disabled={at === 0}
                onClick={() => move(at, at - 1)}
              />
              <IconButton
                label={`Move down: ${label}`}
                icon={<IconChevronDown size={18} aria-hidden />}
                disabled={at === steps.length - 1}
                onClick={() => move(at, at + 1)}
              />
              <IconButton
                label={`Take away: ${label}`}
                icon={<IconTrash size={18} aria-hidden />}
                onClick={() => setSteps(steps.toSpliced(at, 1))}
              />
            </Row>
          </li>
        ))}
      </Stack>
      <ActionNotice of={save} />
      <Row gap="8">
        <Button
          onClick={() =>
            setSteps([...steps, { key: crypto.randomUUID(), id: null, label: '', href: '' }])
          }
        >
          Add a step
        </Button>
        {isChanged && (
          <Button
            variant="primary"
            isBusy={save.isRunning}
            onClick={() =>
              void save.run({
                input: {
                  version: kit.version,
                  steps: steps.map(({ id, label, href }) => ({ id, label, href: href || null })),
                },
              })
            }
          >
            Save the steps
          </Button>
        )}
      </Row>
    </Stack>
  );
}
