import { useAction, useDates, useDraft, usePageQuery, useParams } from '@flipside/platform-web';
import {
  ActionNotice,
  Badge,
  Button,
  Card,
  Faces,
  Page,
  Row,
  Section,
  SkeletonCard,
  Stack,
  Text,
  Textarea,
} from '@flipside/ui';
import { useState } from 'react';
import { LearningList } from './find-page.js';
import {
  LIFE_WORDS,
  LearningLifeQuery,
  RefineLearningMutation,
  RetireLearningMutation,
  TryLearningMutation,
  type LifeState,
} from './life-documents.js';
import type { LearningShown } from '../learned/learned-documents.js';

interface Life {
  id: string;
  state: LifeState;
  ripple: number;
  viewerSaidWorks?: boolean | null;
  learning: LearningShown;
  origin?: LearningShown | null;
  descendants: readonly LearningShown[];
  trials: readonly { personName: string; works: boolean; at: string }[];
  versions: readonly { body: string; untilAt: string }[];
}

/** Where did this come from, and what became of it? */
export function LifePage() {
  const { id = '' } = useParams();
  const page = usePageQuery(LearningLifeQuery, { variables: { id } });
  return (
    <Page
      title="One thing that works"
      breadcrumb={[{ label: 'What works', to: '/learnings' }]}
      width="reading"
    >
      <Faces of={page} skeleton={<SkeletonCard height={12} />}>
        {({ learningLife: life }) => (
          <Stack gap="32">
            <TheLearning life={life} />
            {life.origin && (
              <Section title="It is a version of">
                <LearningList learnings={[life.origin]} />
              </Section>
            )}
            <WhatBecame life={life} />
          </Stack>
        )}
      </Faces>
    </Page>
  );
}

function TheLearning({ life }: { life: Life }) {
  const dates = useDates();
  const { learning, state } = life;
  const retire = useAction(RetireLearningMutation);
  return (
    <Card as="article">
      <Stack gap="12">
        <Text size="lg">{learning.body}</Text>
        <Row gap="8">
          <Badge tone="outline">{LIFE_WORDS[state]}</Badge>
          <Text as="span" size="sm" tone="muted">
            {learning.isMine ? 'You' : learning.personName}, {dates.day(learning.createdAt)}
          </Text>
        </Row>
        {learning.isMine ? (
          learning.audience === 'EVERYONE' && (
            <div>
              <Button
                size="small"
                isBusy={retire.isRunning}
                onClick={() =>
                  void retire.run({ input: { id: life.id, isRetired: state !== 'RETIRED' } })
                }
              >
                {state === 'RETIRED' ? 'Bring it back' : 'Retire it'}
              </Button>
            </div>
          )
        ) : (
          <TryIt life={life} />
        )}
        <ActionNotice of={retire} />
      </Stack>
    </Card>
  );
}

function TryIt({ life }: { life: Life }) {
  const tried = useAction(TryLearningMutation, { said: () => 'Saved, with your name.' });
  const [isRefining, setRefining] = useState(false);
  if (life.state === 'RETIRED')
    return <Text tone="muted">Its writer has retired it. It stays here for the record.</Text>;
  const say = (works: boolean) => void tried.run({ input: { id: life.id, works } });
  return (
    <Stack gap="12">
      <Row gap="8">
        <Button
          aria-pressed={life.viewerSaidWorks === true}
          isBusy={tried.isRunning}
          onClick={() => say(true)}
        >
          I tried it: it works
        </Button>
        <Button
          aria-pressed={life.viewerSaidWorks === false}
          isBusy={tried.isRunning}
          onClick={() => say(false)}
        >
          I tried it: not for me
        </Button>
        <Button variant="quiet" onClick={() => setRefining(true)}>
          Write my version
        </Button>
      </Row>
      <Text size="sm" tone="muted">
        {life.viewerSaidWorks == null
          ? 'Your name will stand below for everybody here.'
          : `You said that it ${life.viewerSaidWorks ? 'works' : 'did not work'} for you.`}
      </Text>
      <ActionNotice of={tried} />
      {isRefining && <RefineForm originId={life.id} body={life.learning.body} />}
    </Stack>
  );
}

function RefineForm({ originId, body }: { originId: string; body: string }) {
  const draft = useDraft(`refine:${originId}`, { id: crypto.randomUUID() as string, body });
  const refine = useAction(RefineLearningMutation, {
    said: () => 'Shared with everyone.',
    onDone: () => draft.clear(),
  });
  const entry = draft.value;
  return (
    <Stack gap="12">
      <Textarea
        label="My version"
        value={entry.body}
        error={refine.errorFor('body')}
        audience="EVERYONE"
        audienceNote="Everyone here can read this, with your name. Where it came from stays beside it."
        onChange={(event) => draft.setValue({ ...entry, body: event.currentTarget.value })}
      />
      <ActionNotice of={refine} />
      <div>
        <Button
          variant="primary"
          isBusy={refine.isRunning}
          onClick={() => void refine.run({ input: { ...entry, originId } })}
        >
          Share my version
        </Button>
      </div>
    </Stack>
  );
}

function WhatBecame({ life }: { life: Life }) {
  const dates = useDates();
  const { ripple, trials, versions, descendants } = life;
  return (
    <Stack gap="32">
      <Section
        title={
          ripple === 0
            ? 'Nobody beyond the pairing has tried it yet'
            : `${ripple} ${ripple === 1 ? 'person' : 'people'} beyond the pairing tried it`
        }
        lead="Each person once, over this line and every version of it. The writer and their pairing are left out."
      >
        <Stack gap="8">
          {trials.map(({ personName, works, at }) => (
            <Text key={personName + at}>
              {personName}: {works ? 'it works' : 'not for me'}{' '}
              <Text as="span" tone="muted" size="sm">
                {dates.day(at)}
              </Text>
            </Text>
          ))}
        </Stack>
      </Section>
      {descendants.length > 0 && (
        <Section title="Versions by colleagues">
          <LearningList learnings={descendants} />
        </Section>
      )}
      {versions.length > 0 && (
        <Section title="It said before">
          <Stack gap="8">
            {versions.map(({ body, untilAt }) => (
              <Text key={untilAt} tone="muted">
                Until {dates.day(untilAt)}: {body}
              </Text>
            ))}
          </Stack>
        </Section>
      )}
    </Stack>
  );
}
