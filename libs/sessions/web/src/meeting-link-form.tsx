import { useState, type FormEvent } from 'react';
import { ActionNotice, Button, Row, TextInput } from '@flipside/ui';
import { graphql, useAction } from '@flipside/platform-web';
import './sessions.css';

const SetMeetingLink = graphql(`
  mutation SetMeetingLink($input: SetMeetingLinkInput!) {
    setMeetingLink(input: $input) {
      ... on SessionPayload {
        session {
          ...SessionFields
        }
      }
      ... on SessionRefusal {
        message
        field
        code
      }
    }
  }
`);

/** Where a session is held: one address for this one and the coming ones. */
export function MeetingLinkForm(props: { sessionId: string; meetingLink: string | null }) {
  const [link, setLink] = useState(props.meetingLink ?? '');
  const set = useAction(SetMeetingLink, {
    said: () => 'Saved. Both calendars get it; no time changes.',
  });
  function submit(event: FormEvent) {
    event.preventDefault();
    void set.run({ input: { sessionId: props.sessionId, meetingLink: link } });
  }
  return (
    <details>
      <summary>{props.meetingLink ? 'Change the meeting link' : 'Add a meeting link'}</summary>
      <form onSubmit={submit} noValidate>
        {!set.errorFor('meetingLink') && <ActionNotice of={set} />}
        <Row align="end" className="sessions-actions">
          <TextInput
            label="Meeting link"
            description="For this session and the coming ones of the series."
            type="url"
            inputMode="url"
            placeholder="https://"
            autoComplete="off"
            value={link}
            onChange={(event) => setLink(event.currentTarget.value)}
            error={set.errorFor('meetingLink')}
          />
          <Button type="submit" isBusy={set.isRunning}>
            Save link
          </Button>
        </Row>
      </form>
    </details>
  );
}
