import { CALL_LIMITS } from '@flipside/champions-domain';
import { formatNumber, graphql, useAction, usePageQuery, useViewer } from '@flipside/platform-web';
import type { CallAudience, CallLanguage, RecruitingDraftQuery } from '@flipside/platform-web/gql';
import {
  ActionNotice,
  Alert,
  Button,
  DateField,
  Faces,
  LinkButton,
  SegmentedControl,
  Select,
  Sheet,
  Skeleton,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@flipside/ui';
import { type ReactNode, useState } from 'react';
import { peopleIn, SentCalls } from './sent-calls.js';
import { ShareLink } from './share-link.js';
import '../champions.css';

const Draft = graphql(`
  query RecruitingDraft($unitId: ID, $locationId: ID, $level: Int, $priorityId: ID) {
    recruitingDraft(
      unitId: $unitId
      locationId: $locationId
      level: $level
      priorityId: $priorityId
    ) {
      placeName
      sentence
      wanted
      afterSentence
      language
      texts {
        language
        audience
        subject
        body
      }
      managers {
        id
        name
        title
      }
      peopleCount
      answerBy
      sent {
        id
        placeName
        audience
        subject
        createdAt
        asked
        nominated
        notNow
        waiting
        nominations
        answers {
          name
          answer
        }
      }
    }
  }
`);

const Send = graphql(`
  mutation SendRecruitingCall($input: SendCallArgs!) {
    sendRecruitingCall(input: $input) {
      ... on SendCallPayload {
        callId
        asked
        mailed
      }
      ... on ChampionRefusal {
        message
        field
        code
      }
    }
  }
`);

export type CallDraft = RecruitingDraftQuery['recruitingDraft'];

const LANGUAGES: Record<CallLanguage, string> = {
  EN: 'English',
  DE: 'Deutsch',
  FR: 'Français',
  ES: 'Español',
};

/** What lacks champions: a unit, a site, a level, or what these have in common; and the priority it is for. */
interface Place {
  unitId?: string | null;
  locationId?: string | null;
  level?: number | null;
  priorityId?: string | null;
}

export interface RecruitSheetProps extends Place {
  name: string;
  /** Makes the place smaller; above everything that follows from it. */
  narrow?: ReactNode;
  onClose: () => void;
}

/** Whom to ask and with what words; everything is filled in, so that Send is the next press. */
export function RecruitSheet({
  unitId = null,
  locationId = null,
  level = null,
  priorityId = null,
  name,
  narrow,
  onClose,
}: RecruitSheetProps) {
  const place = { unitId, locationId, level, priorityId };
  const page = usePageQuery(Draft, { variables: place });
  const draft = page.data?.recruitingDraft;
  return draft ? (
    <CallForm
      key={`${unitId} ${locationId} ${level}`}
      place={place}
      draft={draft}
      narrow={narrow}
      onClose={onClose}
    />
  ) : (
    <Sheet isOpen onClose={onClose} title={`Recruit in ${name}`}>
      {narrow}
      <Faces of={page} skeleton={<Skeleton lines={8} />}>
        {() => null}
      </Faces>
    </Sheet>
  );
}

interface CallFormProps {
  place: Place;
  draft: CallDraft;
  narrow: ReactNode;
  onClose: () => void;
}

function CallForm({ place, draft, narrow, onClose }: CallFormProps) {
  const { mailConfigured } = useViewer();
  const [key] = useState(() => crypto.randomUUID());
  const [audience, setAudience] = useState<CallAudience>(firstAudience(place, draft));
  const [language, setLanguage] = useState<CallLanguage>(draft.language);
  const [answerBy, setAnswerBy] = useState(draft.answerBy);
  const [written, setWritten] = useState<{ subject: string; body: string } | null>(null);
  const start = draft.texts.find(
    (text) =>
      text.language === language &&
      text.audience === (audience === 'MANAGERS' ? 'MANAGERS' : 'PEOPLE'),
  );
  const { subject, body } = written ?? { subject: start?.subject ?? '', body: start?.body ?? '' };
  const send = useAction(Send, {
    said: ({ asked }) =>
      `Sent to ${peopleIn(asked)} of ${draft.placeName}. Answers show here and under Recruiting.`,
    onDone: onClose,
  });
  const count = audience === 'MANAGERS' ? draft.managers.length : draft.peopleCount;
  const input = { ...place, audience, language, subject, body, answerBy: answerBy || null };
  const button =
    audience === 'MANAGERS'
      ? `Send to ${formatNumber(count)} ${count === 1 ? 'manager' : 'managers'}`
      : `Send to ${peopleIn(count)}`;
  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={`Recruit in ${draft.placeName}`}
      footer={
        <>
          <LinkButton to={`/champions?name=1${place.unitId ? `&unit=${place.unitId}` : ''}`}>
            Name a champion
          </LinkButton>
          {audience === 'LINK' ? (
            <ShareLink input={input} />
          ) : (
            <Button
              variant="primary"
              isBusy={send.isRunning}
              disabled={count === 0}
              onClick={() => void send.run({ input: { ...input, key } })}
            >
              {button}
            </Button>
          )}
        </>
      }
    >
      <Stack gap="16">
        {narrow}
        <Text>{draft.sentence}</Text>
        <Text tone="muted">{draft.afterSentence}</Text>
        {draft.sent.length > 0 && <SentCalls draft={draft} />}
        <SegmentedControl
          aria-label="Whom to ask"
          data={[
            {
              value: 'MANAGERS',
              label: `Managers (${draft.managers.length})`,
              disabled: !canBeAsked(draft.managers.length),
            },
            {
              value: 'PEOPLE',
              label: `Everybody (${draft.peopleCount})`,
              disabled: !canBeAsked(draft.peopleCount),
            },
            { value: 'LINK', label: 'Link' },
          ]}
          value={audience}
          onChange={(value) => setAudience(value as CallAudience)}
        />
        {draft.peopleCount > CALL_LIMITS.recipients && (
          <Text size="sm" tone="muted">
            A mail goes to {formatNumber(CALL_LIMITS.recipients)} people at most; a link reaches
            more.
          </Text>
        )}
        {audience === 'MANAGERS' && (
          <Text size="sm" tone="muted">
            {draft.managers
              .slice(0, 6)
              .map(({ name }) => name)
              .join(', ')}
            {draft.managers.length > 6 && ` and ${draft.managers.length - 6} more`}
          </Text>
        )}
        {!mailConfigured && audience !== 'LINK' && (
          <Alert tone="info">
            No mail server is set, so mails wait in the outbox. The link can be shared now.
          </Alert>
        )}
        <Select
          label="Language"
          data={Object.entries(LANGUAGES).map(([value, label]) => ({ value, label }))}
          value={language}
          onChange={(value) => {
            setLanguage(value as CallLanguage);
            setWritten(null);
          }}
        />
        <TextInput
          label="Subject"
          value={subject}
          error={send.errorFor('subject')}
          onChange={(event) => setWritten({ subject: event.currentTarget.value, body })}
        />
        <Textarea
          label="Message"
          rows={8}
          value={body}
          error={send.errorFor('body')}
          onChange={(event) => setWritten({ subject, body: event.currentTarget.value })}
        />
        <DateField
          label="Answers by"
          value={answerBy}
          error={send.errorFor('answerBy')}
          onChange={(event) => setAnswerBy(event.currentTarget.value)}
        />
        <ActionNotice of={send} />
      </Stack>
    </Sheet>
  );
}

/** Of a level its own people; elsewhere whoever knows them best. */
function firstAudience({ level }: Place, { managers, peopleCount }: CallDraft): CallAudience {
  if (level != null && canBeAsked(peopleCount)) return 'PEOPLE';
  return canBeAsked(managers.length) ? 'MANAGERS' : 'LINK';
}

const canBeAsked = (count: number): boolean => count > 0 && count <= CALL_LIMITS.recipients;
