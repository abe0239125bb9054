import { useAction, useDates } from '@flipside/platform-web';
import { ActionNotice, Button, Card, FormActions, Stack, Text } from '@flipside/ui';
import { WishForTermMutation, type AgreementShown } from './agreement-documents.js';

type Wish = NonNullable<AgreementShown['viewerWish']>;

const SAID: Record<Wish, string> = {
  RENEW: 'You would like to go on.',
  ROTATE: 'Saved.',
  CLOSE: 'Saved.',
};

/** What comes after this term. Going on needs both, stopping needs one, and nobody is asked why. */
export function TermCard({
  agreement,
  otherName,
}: {
  agreement: AgreementShown;
  otherName: string;
}) {
  const dates = useDates();
  const wish = useAction(WishForTermMutation, { said: () => 'Saved.' });
  const { pairingId, termNumber, termEndsOn, isTermEnding, viewerWish, otherWishesToRenew } =
    agreement;
  if (!termNumber || !termEndsOn) return null;
  const until = dates.day(termEndsOn);
  if (!isTermEnding) {
    return (
      <Text tone="muted">
        Term {termNumber} runs until {until}. Then you both choose: go on, meet somebody new, or
        stop.
      </Text>
    );
  }
  const say = (choice: Wish) => void wish.run({ input: { pairingId, wish: choice } });
  return (
    <Card title="What comes next?" eyebrow={`Term ${termNumber}, until ${until}`}>
      <Stack gap="12">
        <Text>
          {viewerWish === 'RENEW'
            ? `${SAID.RENEW} It begins as soon as ${otherName} says so too.`
            : otherWishesToRenew
              ? `${otherName} would like to go on for another half year.`
              : 'Go on for another half year, meet somebody new, or stop here. No reason is asked.'}
        </Text>
        <ActionNotice of={wish} />
        <FormActions>
          {viewerWish !== 'RENEW' && (
            <Button variant="primary" isBusy={wish.isRunning} onClick={() => say('RENEW')}>
              Go on together
            </Button>
          )}
          <Button isBusy={wish.isRunning} onClick={() => say('ROTATE')}>
            Meet somebody new
          </Button>
          <Button variant="quiet" isBusy={wish.isRunning} onClick={() => say('CLOSE')}>
            Stop here
          </Button>
        </FormActions>
      </Stack>
    </Card>
  );
}
