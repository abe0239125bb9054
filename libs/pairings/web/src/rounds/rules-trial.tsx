import { useState } from 'react';
import { formatNumber, graphql, usePageQuery } from '@flipside/platform-web';
import type { RoundRulesInput, RulesPreviewQuery } from '@flipside/platform-web/gql';
import { Button, Faces, SkeletonCard, Stack, Text } from '@flipside/ui';
import { plural, points } from '../pairing-words.js';

const RulesPreview = graphql(`
  query RulesPreview($roundId: ID!, $rules: RoundRulesInput!) {
    rulesPreview(roundId: $roundId, rules: $rules) {
      before {
        matched
        totalPoints
        worstPoints
        changed
      }
      after {
        matched
        totalPoints
        worstPoints
        changed
      }
    }
  }
`);

interface RulesTrialProps {
  roundId: string;
  rules: RoundRulesInput;
  isReady: boolean;
}

/** Tries rules without saving them. */
export function RulesTrial({ roundId, rules, isReady }: RulesTrialProps) {
  const [tried, setTried] = useState<RoundRulesInput | null>(null);
  return (
    <Stack gap="8">
      <div>
        <Button disabled={!isReady} onClick={() => setTried(rules)}>
          Try these rules
        </Button>
      </div>
      {tried && <Trial roundId={roundId} rules={tried} />}
    </Stack>
  );
}

function Trial({ roundId, rules }: { roundId: string; rules: RoundRulesInput }) {
  const page = usePageQuery(RulesPreview, { variables: { roundId, rules } });
  return (
    <Faces of={page} skeleton={<SkeletonCard height={4} />}>
      {({ rulesPreview }) => (
        <Text as="p" aria-live="polite">
          {rulesPreview ? inWords(rulesPreview) : CANNOT_TRY}
        </Text>
      )}
    </Faces>
  );
}

const CANNOT_TRY =
  'These rules cannot be tried here: they break a pair that is kept fixed, or the round is too large to wait for.';

type Effect = NonNullable<RulesPreviewQuery['rulesPreview']>;

function inWords({ before, after }: Effect): string {
  const more = after.matched - before.matched;
  const matched =
    more === 0
      ? `As many people get a champion (${formatNumber(after.matched)})`
      : `${plural(Math.abs(more), 'person', 'people')} ${more > 0 ? 'more get' : 'fewer get'} a champion (${formatNumber(after.matched)})`;
  const worst =
    after.worstPoints == null ? '' : `, the weakest pair has ${points(after.worstPoints)} points`;
  return `${matched}${worst}, and ${plural(after.changed, 'proposal', 'proposals')} would change. Nothing is saved yet.`;
}
