import { Badge, Text, type BadgeTone } from '@flipside/ui';
import { clockWords, dayWords, otherClocks, type ShownSession } from './session-fields.js';

/** Day and time in the reader's zone; the other clock only where it differs. */
export function SessionWhen({ session }: { session: ShownSession }) {
  return (
    <div>
      <Text size="lg" weight="strong">
        <time dateTime={new Date(session.startsAt).toISOString()}>
          {dayWords(session.yourTime)} · {clockWords(session.yourTime)}
        </time>
      </Text>
      {otherClocks(session).map((clock) => (
        <Text key={clock} size="sm" tone="muted">
          {clock}
        </Text>
      ))}
    </div>
  );
}

const TONES: Record<string, BadgeTone> = {
  BOOKED: 'accent',
  OFFERED: 'outline',
  HELD: 'covered',
  NOT_HELD: 'close',
  UNCONFIRMED: 'outline',
};

export function SessionState({
  session,
}: {
  session: Pick<ShownSession, 'status' | 'statusInWords'>;
}) {
  return <Badge tone={TONES[session.status] ?? 'neutral'}>{session.statusInWords}</Badge>;
}
