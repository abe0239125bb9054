import { graphql, useAction, useNavigate } from '@flipside/platform-web';
import { ActionNotice, Button, LinkButton, Menu, Row, Stack, IconDots } from '@flipside/ui';
import type { Round } from './review-page.js';

const Repropose = graphql(`
  mutation Repropose($input: ProposeMatchesInput!) {
    proposeMatches(input: $input) {
      ... on RoundPayload {
        round {
          id
          state
          version
          changed
        }
      }
      ... on PairingRefusal {
        message
        field
        code
      }
    }
  }
`);

const DiscardRound = graphql(`
  mutation DiscardRound($input: RoundInput!) {
    discardRound(input: $input) {
      ... on RoundPayload {
        round {
          id
          state
        }
      }
      ... on PairingRefusal {
        message
        field
        code
      }
    }
  }
`);

/** What concerns the whole round: propose again, publish, set up, put away. */
export function RoundActions({ round }: { round: Round }) {
  const navigate = useNavigate();
  const propose = useAction(Repropose, {
    said: ({ round: { changed } }) =>
      changed ? `Proposed again. ${changed} changed.` : 'Proposed again. Nothing changed.',
    onDone: (payload) => {
      if (payload.round.state === 'PROPOSING') void navigate(`/matching/${round.id}/setup`);
    },
  });
  const discard = useAction(DiscardRound, {
    said: () => 'Round discarded. Nobody was told.',
    onDone: () => void navigate('/matching'),
  });
  const again = (scope: 'UNDECIDED' | 'ALL_BUT_PINNED') =>
    void propose.run({ input: { roundId: round.id, version: round.version, scope } });
  return (
    <Stack gap="8">
      <Row gap="8">
        <Button isBusy={propose.isRunning} onClick={() => again('UNDECIDED')}>
          Re-propose the rest
        </Button>
        <LinkButton
          variant={round.counts.accepted > 0 ? 'primary' : 'secondary'}
          to={`/matching/${round.id}/publish`}
        >
          Publish…
        </LinkButton>
        <Menu
          label="More for this round"
          trigger={
            <Button
              variant="quiet"
              aria-label="More for this round"
              icon={<IconDots size={18} aria-hidden />}
            />
          }
          entries={[
            { label: 'Re-propose all but fixed ones', onSelect: () => again('ALL_BUT_PINNED') },
            { label: 'Compare drafts', to: `/matching/${round.id}/compare` },
            { label: 'Rules and who takes part', to: `/matching/${round.id}/setup` },
            'divider',
            {
              label: 'Discard this round',
              tone: 'danger',
              onSelect: () => void discard.run({ input: { roundId: round.id } }),
            },
          ]}
        />
      </Row>
      <ActionNotice of={propose} />
      <ActionNotice of={discard} />
    </Stack>
  );
}
