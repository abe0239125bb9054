import { useDates } from '@flipside/platform-web';
import { Card, Columns, Section, Select, Stack, Text } from '@flipside/ui';
import { useState } from 'react';

interface Version {
  version: number;
  title: string;
  aim: string;
  minutes: number;
  steps: readonly string[];
  prompt: string;
  expectedResult: string;
  goodLooksLike: string;
  changedByName?: string | null;
  changedAt: string;
}

/** Two texts of one recipe beside each other; what differs is marked with a word, not with colour alone. */
export function RecipeVersions({ versions }: { versions: readonly Version[] }) {
  const dates = useDates();
  const [newest] = versions;
  const [number, setNumber] = useState(String(versions[1]?.version ?? ''));
  const earlier = versions.find(({ version }) => String(version) === number);
  if (!newest || !earlier) return null;
  return (
    <Section title="Compare with an earlier text">
      <Stack gap="16">
        <Select
          label="Earlier text"
          data={versions.slice(1).map(({ version, changedAt, changedByName }) => ({
            value: String(version),
            label: `Version ${version}, ${dates.day(changedAt)}${changedByName ? `, ${changedByName}` : ''}`,
          }))}
          value={number}
          allowDeselect={false}
          onChange={(value) => value && setNumber(value)}
        />
        <Columns min="16rem" gap="16">
          <VersionText
            of={earlier}
            against={newest}
            title={`Version ${earlier.version}`}
            mark="Taken out"
          />
          <VersionText
            of={newest}
            against={earlier}
            title={`Version ${newest.version}, now`}
            mark="New"
          />
        </Columns>
      </Stack>
    </Section>
  );
}

const linesOf = ({ title, aim, steps, prompt, expectedResult, goodLooksLike }: Version): string[] =>
  [title, aim, ...steps, prompt, expectedResult, goodLooksLike].filter(Boolean);

function VersionText({
  of,
  against,
  title,
  mark,
}: {
  of: Version;
  against: Version;
  title: string;
  mark: string;
}) {
  const others = new Set(linesOf(against));
  return (
    <Card tone="sunken" level={3} title={title}>
      <Stack as="ul" gap="8">
        {linesOf(of).map((line) => (
          <li key={line}>
            {!others.has(line) && (
              <Text as="span" weight="medium">
                {mark}:{' '}
              </Text>
            )}
            {line}
          </li>
        ))}
      </Stack>
    </Card>
  );
}
