import {
  graphql,
  useAction,
  useDraft,
  useNavigate,
  usePageQuery,
  useUrlState,
  useViewer,
} from '@flipside/platform-web';
import {
  ActionNotice,
  Button,
  FormActions,
  Page,
  SegmentedControl,
  Stack,
  Text,
  Textarea,
} from '@flipside/ui';
import { useState } from 'react';
import { type FoundPerson, PersonSearch } from '../person-search.js';

const Nominate = graphql(`
  mutation Nominate($input: NominateArgs!) {
    nominate(input: $input) {
      ... on NominationPayload {
        nominationId
      }
      ... on ChampionRefusal {
        message
        field
        code
      }
    }
  }
`);

const ByMail = graphql(`
  query NominationAddress {
    nominationAddress
  }
`);

const WHO = [
  { value: '', label: 'A colleague' },
  { value: '1', label: 'Myself' },
];

/** One form for both: whoever is proposed takes the same way. */
export function NominatePage() {
  const viewer = useViewer();
  const navigate = useNavigate();
  const [url, setUrl] = useUrlState({ self: '', unit: '', call: '' });
  const isSelf = url.self !== '';
  const draft = useDraft('nominate', { reason: '', person: null as FoundPerson | null });
  const { reason, person } = draft.value;
  const address = usePageQuery(ByMail).data?.nominationAddress;
  const [isPressed, setPressed] = useState(false);
  const nominee = isSelf ? { id: viewer.id, name: viewer.name } : person;
  const nominate = useAction(Nominate, {
    said: () =>
      isSelf
        ? 'Sent. The programme team looks at it.'
        : `Sent. ${person?.name ?? 'They'} will be asked first.`,
    onDone: () => {
      draft.clear();
      void navigate('/nominations');
    },
  });

  function submit() {
    setPressed(true);
    if (!nominee || reason.trim() === '') return;
    void nominate.run({
      input: {
        nomineeId: nominee.id,
        reason,
        channel: url.call ? 'LINK' : 'WEB',
        ...(url.call && { callId: url.call }),
      },
    });
  }

  return (
    <Page
      title="Nominate a champion"
      lead="Champions help colleagues and executives use AI in real work, a few agreed hours a month."
      width="reading"
    >
      <Stack gap="24">
        <SegmentedControl
          aria-label="Whom"
          data={WHO}
          value={isSelf ? '1' : ''}
          onChange={(self) => {
            setPressed(false);
            setUrl({ self });
          }}
        />
        {!isSelf && (
          <PersonSearch
            label="Colleague"
            value={person}
            onChange={(next) => draft.setValue({ reason, person: next })}
            unitId={url.unit || undefined}
            error={isPressed && !person ? 'Choose a colleague' : nominate.errorFor('nomineeId')}
          />
        )}
        <Textarea
          label={isSelf ? 'Why me?' : 'Why this person?'}
          description={`One line is plenty. ${readers(isSelf, person)}`}
          value={reason}
          onChange={(event) => draft.setValue({ person, reason: event.currentTarget.value })}
          error={
            isPressed && reason.trim() === ''
              ? 'Write one line that says why'
              : nominate.errorFor('reason')
          }
        />
        <Text size="sm" tone="muted">
          {isSelf
            ? 'Your nomination takes the same way as any other.'
            : 'They are asked before anybody else decides, and see that it was you. A no needs no reason, and only the programme team sees it.'}
        </Text>
        {address && (
          <Text size="sm" tone="muted">
            By mail too: write to <a href={`mailto:${encodeURIComponent(address)}`}>{address}</a>,
            with the person’s name or e-mail address as the subject, and why in the first lines.
          </Text>
        )}
        <ActionNotice of={nominate} />
        <FormActions>
          <Button variant="primary" isBusy={nominate.isRunning} onClick={submit}>
            {isSelf ? 'Put myself forward' : 'Send the nomination'}
          </Button>
        </FormActions>
      </Stack>
    </Page>
  );
}

function readers(isSelf: boolean, person: FoundPerson | null): string {
  return isSelf
    ? 'The programme team can read this.'
    : `${person?.name ?? 'Your colleague'} and the programme team can read this.`;
}
