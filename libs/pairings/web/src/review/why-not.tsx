import { useState } from 'react';
import { graphql, usePageQuery } from '@flipside/platform-web';
import type { WhyNotQuery } from '@flipside/platform-web/gql';
import { Faces, Select, SkeletonCard, Stack, Text } from '@flipside/ui';
import { points } from '../pairing-words.js';
import '../pairings.css';

const FindChampion = graphql(`
  query FindChampion($text: String!) {
    people(filter: { text: $text, role: CHAMPION }, first: 10) {
      edges {
        node {
          id
          name
          title
        }
      }
    }
  }
`);

const WhyNot = graphql(`
  query WhyNot($proposalId: ID!, $championId: ID!) {
    whyNot(proposalId: $proposalId, championId: $championId) {
      kind
      sentences
      points
      pointsInstead
      change
      price {
        sentence
      }
    }
  }
`);

/** "Why not this person?": the rule or the exact price, and what would have to change. */
export function WhyNotPanel({
  proposalId,
  executiveName,
}: {
  proposalId: string;
  executiveName: string;
}) {
  const [text, setText] = useState('');
  const [championId, setChampionId] = useState<string | null>(null);
  const found = usePageQuery(FindChampion, { variables: { text }, isPaused: text.trim() === '' });
  const answer = usePageQuery(WhyNot, {
    variables: { proposalId, championId: championId ?? '' },
    isPaused: championId === null,
  });
  const people = (found.data?.people.edges ?? []).map(({ node }) => ({
    value: node.id,
    label: node.title ? `${node.name}, ${node.title}` : node.name,
  }));
  return (
    <Stack gap="12">
      <Select
        label="Why not somebody else?"
        placeholder="Type part of a champion’s name"
        searchable
        clearable
        data={people}
        value={championId}
        onChange={setChampionId}
        searchValue={text}
        onSearchChange={setText}
        filter={({ options }) => options}
        nothingFoundMessage={text.trim() === '' ? 'Type a name' : 'No champion of that name'}
      />
      {championId !== null && (
        <div aria-live="polite">
          <Faces of={answer} skeleton={<SkeletonCard height={4} />}>
            {({ whyNot }) => (
              <Stack as="ul" gap="4" className="pairings-plain">
                {inWords(whyNot, executiveName).map((line) => (
                  <li key={line}>
                    <Text size="sm">{line}</Text>
                  </li>
                ))}
              </Stack>
            )}
          </Faces>
        </div>
      )}
    </Stack>
  );
}

function inWords(
  { kind, sentences, points: own, pointsInstead, change, price }: WhyNotQuery['whyNot'],
  executiveName: string,
): string[] {
  const lines = [...sentences];
  if (kind === 'CHOSEN') lines.push(`They are proposed to ${executiveName}.`);
  if (kind === 'FIXED') lines.push('Decisions already made hold every place.');
  if (kind === 'UNKNOWN') lines.push('This person was not looked at in this round.');
  if (own != null) {
    const instead = pointsInstead == null ? '' : `, against ${points(pointsInstead)} as proposed`;
    lines.push(`The two would have ${points(own)} points${instead}.`);
  }
  if (price) lines.push(`Choosing them ${price.sentence}.`);
  if (change) lines.push(change);
  return lines;
}
