import { useAction, useDates, useDraft, usePageQuery } from '@flipside/platform-web';
import type { ConfidentialMessagesQuery as Loaded } from '@flipside/platform-web/gql';
import {
  ActionNotice,
  AudienceNote,
  Button,
  Card,
  EmptyState,
  Faces,
  Page,
  Radio,
  Section,
  SkeletonCard,
  Stack,
  Text,
  Textarea,
} from '@flipside/ui';
import {
  AnswerConfidentialMutation,
  ConfidentialMessagesQuery,
  SendConfidentialMutation,
} from './guidance-documents.js';

type Message = Loaded['confidentialMessages'][number];

/** Questions and concerns that one named person reads, and nobody else. */
export function QuestionsPage() {
  const page = usePageQuery(ConfidentialMessagesQuery);
  return (
    <Page
      title="Ask in confidence"
      lead="One named person reads it. No role does, HR and administrators included, and nothing counts it."
      breadcrumb={[{ label: 'Guardrails', to: '/guardrails' }]}
      width="reading"
    >
      <Faces of={page} skeleton={<SkeletonCard height={20} />}>
        {({ guardrails, confidentialMessages }) => (
          <Stack gap="32">
            <AskForm owner={guardrails.ownerName ?? null} trust={guardrails.trustName ?? null} />
            <Section title="Sent and received">
              {confidentialMessages.length === 0 ? (
                <EmptyState level={3} title="Nothing yet">
                  A question is never held against you.
                </EmptyState>
              ) : (
                <Stack gap="12">
                  {confidentialMessages.map((message) => (
                    <MessageCard key={message.id} message={message} />
                  ))}
                </Stack>
              )}
            </Section>
          </Stack>
        )}
      </Faces>
    </Page>
  );
}

const fresh = () => ({ id: crypto.randomUUID(), body: '', isConcern: false });

function AskForm({ owner, trust }: { owner: string | null; trust: string | null }) {
  const draft = useDraft('confidential', fresh());
  const { body, isConcern } = draft.value;
  const send = useAction(SendConfidentialMutation, {
    said: ({ sent }) => `Sent to ${sent.toName}, and to nobody else.`,
    onDone: () => {
      draft.setValue(fresh());
      draft.clear();
    },
  });
  const to = isConcern ? trust : owner;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void send.run({ input: draft.value });
      }}
    >
      <Stack gap="16">
        <Radio.Group
          label="What is it about?"
          value={isConcern ? 'concern' : 'boundary'}
          onChange={(choice) => draft.setValue({ ...draft.value, isConcern: choice === 'concern' })}
        >
          <Stack gap="8">
            <Radio
              value="boundary"
              label={`Material, tools or rules${owner ? `: ${owner}` : ''}`}
            />
            <Radio
              value="concern"
              label={`A concern about how we work${trust ? `: ${trust}` : ''}`}
            />
          </Stack>
        </Radio.Group>
        <Textarea
          label="Your question"
          rows={4}
          value={body}
          error={send.errorFor('body')}
          audience="PAIR"
          audienceNote={
            to
              ? `You and ${to} can read this. Nobody else, HR and administrators included.`
              : 'Nobody is named for this yet, so it cannot be sent.'
          }
          onChange={(event) => draft.setValue({ ...draft.value, body: event.currentTarget.value })}
        />
        <ActionNotice of={send} />
        <div>
          <Button type="submit" variant="primary" isBusy={send.isRunning}>
            {to ? `Send to ${to}` : 'Send'}
          </Button>
        </div>
      </Stack>
    </form>
  );
}

function MessageCard({ message }: { message: Message }) {
  const dates = useDates();
  const { id, isMine, fromName, toName, body, at, answer, answeredAt } = message;
  return (
    <Card
      as="article"
      level={3}
      tone="sunken"
      eyebrow={`${dates.moment(at)} · ${isMine ? `to ${toName}` : `from ${fromName}`}`}
    >
      <Stack gap="12">
        <Text>{body}</Text>
        {answer ? (
          <Text>
            <strong>{isMine ? toName : 'You'}</strong>
            {answeredAt && `, ${dates.day(answeredAt)}`}: {answer}
          </Text>
        ) : isMine ? (
          <Text tone="muted">Not answered yet.</Text>
        ) : (
          <AnswerForm id={id} fromName={fromName} />
        )}
        <AudienceNote audience="PAIR">Only the two of you can read this.</AudienceNote>
      </Stack>
    </Card>
  );
}

function AnswerForm({ id, fromName }: { id: string; fromName: string }) {
  const draft = useDraft(`answer:${id}`, '');
  const answer = useAction(AnswerConfidentialMutation, {
    said: () => `Sent to ${fromName}.`,
    onDone: () => draft.clear(),
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void answer.run({ input: { id, body: draft.value } });
      }}
    >
      <Stack gap="12">
        <Textarea
          label={`Answer ${fromName}`}
          rows={3}
          value={draft.value}
          error={answer.errorFor('body')}
          audience="PAIR"
          audienceNote={`You and ${fromName} can read this. Nobody else.`}
          onChange={(event) => draft.setValue(event.currentTarget.value)}
        />
        <ActionNotice of={answer} />
        <div>
          <Button type="submit" isBusy={answer.isRunning}>
            Send the answer
          </Button>
        </div>
      </Stack>
    </form>
  );
}
