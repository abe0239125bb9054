import { graphql, useAction, useDates, usePageQuery } from '@flipside/platform-web';
import { ActionNotice, Button, FactList, Faces, Sheet, Skeleton, Stack, Text } from '@flipside/ui';
import './admin.css';
import { mailStateInWords } from './mail-words.js';

const Mail = graphql(`
  query Mail($id: ID!) {
    mailMessage(id: $id) {
      ...MailText
    }
  }
`);

graphql(`
  fragment MailText on MailMessage {
    id
    kind
    state
    toName
    toEmail
    subject
    text
    calendar
    calendarMethod
    attempts
    lastError
    createdAt
    sentAt
    isRetriable
  }
`);

const RetryMail = graphql(`
  mutation RetryMail($input: RetryMailInput!) {
    retryMail(input: $input) {
      ... on RetryMailPayload {
        mail {
          ...MailText
        }
      }
      ... on MailRefusal {
        message
        field
        code
      }
    }
  }
`);

/** One mail with its text and the source of its calendar part. */
export function MailSheet({ id, onClose }: { id: string; onClose: () => void }) {
  const page = usePageQuery(Mail, { variables: { id } });
  const dates = useDates();
  const retry = useAction(RetryMail, { said: () => 'It will be sent within a minute.' });
  const mail = page.data?.mailMessage;
  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={mail?.subject ?? 'Mail'}
      footer={
        <>
          <Button onClick={onClose}>Close</Button>
          {mail?.isRetriable && (
            <Button
              variant="primary"
              isBusy={retry.isRunning}
              onClick={() => void retry.run({ input: { id } })}
            >
              Send again
            </Button>
          )}
        </>
      }
    >
      <Stack gap="24">
        <ActionNotice of={retry} />
        <Faces of={page} skeleton={<Skeleton lines={8} />}>
          {({ mailMessage }) => (
            <>
              <FactList
                facts={[
                  { label: 'To', value: `${mailMessage.toName} <${mailMessage.toEmail}>` },
                  { label: 'State', value: mailStateInWords(mailMessage.state) },
                  { label: 'Written', value: dates.moment(mailMessage.createdAt) },
                  ...(mailMessage.attempts > 0
                    ? [{ label: 'Tries', value: String(mailMessage.attempts) }]
                    : []),
                  ...(mailMessage.lastError
                    ? [{ label: 'Mail server said', value: mailMessage.lastError }]
                    : []),
                ]}
              />
              {mailMessage.text === null || mailMessage.text === undefined ? (
                <Text tone="muted">
                  A sign-in link opens an account: only its recipient can read it.
                </Text>
              ) : (
                <pre className="admin-mail" tabIndex={0} aria-label="Text of the mail">
                  {mailMessage.text}
                </pre>
              )}
              {mailMessage.calendar && (
                <details>
                  <summary>Calendar part ({mailMessage.calendarMethod})</summary>
                  <pre className="admin-mail" tabIndex={0} aria-label="Source of the calendar part">
                    {mailMessage.calendar}
                  </pre>
                </details>
              )}
            </>
          )}
        </Faces>
      </Stack>
    </Sheet>
  );
}
