import { Badge, IconFlag, Stack, Text, VisuallyHidden } from '@flipside/ui';
import { DECISION, points } from '../pairing-words.js';
import type { Proposal } from './review-page.js';

interface ProposalListProps {
  proposals: readonly Proposal[];
  chosenId: string | undefined;
  onChoose: (id: string) => void;
}

/** Flagged first, then the others, then executives for whom nobody can be proposed. */
export function ProposalList({ proposals, chosenId, onChoose }: ProposalListProps) {
  const groups = [
    { title: 'Flagged', rows: proposals.filter((p) => p.champion && p.flags.length > 0) },
    { title: 'Not flagged', rows: proposals.filter((p) => p.champion && p.flags.length === 0) },
    { title: 'Nobody proposed', rows: proposals.filter((p) => !p.champion) },
  ];
  return (
    <Stack gap="16">
      {groups
        .filter(({ rows }) => rows.length > 0)
        .map(({ title, rows }) => (
          <Stack key={title} gap="4">
            <Text size="sm" tone="muted" weight="medium" as="h2">
              {title} ({rows.length})
            </Text>
            <ul className="pairings-plain pairings-list">
              {rows.map((proposal) => (
                <li key={proposal.id}>
                  <button
                    type="button"
                    className="pairings-list-item"
                    aria-current={proposal.id === chosenId ? 'true' : undefined}
                    onClick={() => onChoose(proposal.id)}
                  >
                    <Item proposal={proposal} />
                  </button>
                </li>
              ))}
            </ul>
          </Stack>
        ))}
    </Stack>
  );
}

function Item({ proposal }: { proposal: Proposal }) {
  const { executive, champion, flags, decision, points: score } = proposal;
  const decided = DECISION[decision];
  return (
    <>
      <span className="pairings-list-names">
        <span>{executive.name}</span>
        <span className="pairings-list-other">
          {champion ? (
            <>
              <VisuallyHidden>with </VisuallyHidden>
              {champion.name}
            </>
          ) : (
            'nobody'
          )}
        </span>
      </span>
      <span className="pairings-list-marks">
        {decided ? <Badge tone={decided.tone}>{decided.label}</Badge> : null}
        {!decided && flags.length > 0 && (
          <span className="pairings-flag">
            <IconFlag size={16} aria-hidden /> {flags.length}
            <VisuallyHidden> {flags.length === 1 ? 'flag' : 'flags'}</VisuallyHidden>
          </span>
        )}
        {!decided && score != null && (
          <span className="pairings-list-points">
            {points(score)}
            <VisuallyHidden> points</VisuallyHidden>
          </span>
        )}
      </span>
    </>
  );
}
