import { graphql, useAction, useDates } from '@flipside/platform-web';
import type { RulesHistoryFragment } from '@flipside/platform-web/gql';
import { ActionNotice, Button, Section, Stack, Text } from '@flipside/ui';
import { RestoreRules } from './rule-form.js';
import '../pairings.css';

graphql(`
  fragment RulesHistory on MatchingRound {
    id
    version
    rulesVersion
    rulesHistory {
      version
      changedAt
      changedBy {
        id
        name
      }
    }
    continuityCurve {
      bonus
      changed
      totalPoints
    }
  }
`);

/** Every set of rules the round had, and the way back to it. */
export function RulesHistory({ round }: { round: RulesHistoryFragment }) {
  const dates = useDates();
  const restore = useAction(RestoreRules, { said: () => 'These rules are in force again.' });
  if (round.rulesHistory.length < 2) return null;
  return (
    <Section
      title="Rules before"
      lead="Putting rules back is a change of its own, so nothing gets lost."
    >
      <Stack gap="8">
        <ActionNotice of={restore} />
        <ol className="pairings-plain pairings-alternatives" aria-label="Rules this round had">
          {round.rulesHistory.map(({ version, changedAt, changedBy }) => (
            <li key={version}>
              <Text>
                Rules {version}, {dates.moment(changedAt)}
                {changedBy ? `, ${changedBy.name}` : ''}
              </Text>
              {version === round.rulesVersion ? (
                <Text size="sm" tone="muted">
                  in force
                </Text>
              ) : (
                <Button
                  size="small"
                  isBusy={restore.isRunning}
                  aria-label={`Put back rules ${version}`}
                  onClick={() =>
                    void restore.run({
                      input: { roundId: round.id, version: round.version, rulesVersion: version },
                    })
                  }
                >
                  Put back
                </Button>
              )}
            </li>
          ))}
        </ol>
      </Stack>
    </Section>
  );
}
