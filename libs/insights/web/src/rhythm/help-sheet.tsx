import { Button, Card, IconCopy, Row, Sheet, Stack, Text, useToast } from '@flipside/ui';

export interface HelpedPerson {
  id: string;
  name: string;
  email?: string | null;
}

export interface HelpedPairing {
  pairingId: string;
  executive: HelpedPerson;
  champion: HelpedPerson;
}

interface HelpSheetProps {
  pairing: HelpedPairing | null;
  onClose: () => void;
}

const SUBJECT = 'Can I help with your sessions?';

/** A friendly start that names no fault; the sender changes it as they like in their own mail program. */
export function helpText(to: HelpedPerson, other: HelpedPerson): string {
  return [
    `Hello ${to.name},`,
    '',
    `your sessions with ${other.name} have become rare. That happens in busy weeks and is nobody’s fault.`,
    'Would another time, another rhythm or a 15-minute call keep it going? Or shall we pause until it fits again?',
    '',
    'One line is enough as an answer.',
  ].join('\n');
}

/** Whom to write to, with a start for the message. Nothing is sent from here. */
export function HelpSheet({ pairing, onClose }: HelpSheetProps) {
  if (pairing === null) return null;
  const { executive, champion } = pairing;
  return (
    <Sheet
      isOpen
      onClose={onClose}
      title="Offer help"
      lead="Write to one of the two. Nothing is sent from here: the message opens in your mail program."
    >
      <Stack gap="24">
        <PersonToHelp person={champion} other={executive} role="Champion" />
        <PersonToHelp person={executive} other={champion} role="Executive" />
      </Stack>
    </Sheet>
  );
}

function PersonToHelp({
  person,
  other,
  role,
}: {
  person: HelpedPerson;
  other: HelpedPerson;
  role: string;
}) {
  const toast = useToast();
  const text = helpText(person, other);
  async function copy() {
    await navigator.clipboard.writeText(text);
    toast({ text: 'Copied.' });
  }
  return (
    <Card eyebrow={role} title={person.name} level={3}>
      <Stack gap="12">
        <Stack gap="8">
          {text
            .split('\n')
            .filter(Boolean)
            .map((line) => (
              <Text key={line} size="sm">
                {line}
              </Text>
            ))}
        </Stack>
        <Row gap="12">
          {person.email && (
            <a
              href={`mailto:${encodeURIComponent(person.email)}?subject=${encodeURIComponent(SUBJECT)}&body=${encodeURIComponent(text)}`}
            >
              Write to {person.name}
            </a>
          )}
          <Button
            size="small"
            variant="quiet"
            icon={<IconCopy size={16} />}
            onClick={() => void copy()}
          >
            Copy the text
          </Button>
        </Row>
      </Stack>
    </Card>
  );
}
