import { Card, Stack, Text } from '@flipside/ui';
import { factsWords, type FigureShown } from './report-documents.js';

/** A figure as a sentence, with everything that belongs beside a number in sight. */
export function FigureCard({ figure, usual }: { figure: FigureShown; usual: string | null }) {
  const facts = factsWords(figure, usual);
  return (
    <Card level={3} title={figure.title} tone={figure.kind === 'ACTIVITY' ? 'sunken' : 'paper'}>
      <Stack gap="8">
        <Text
          weight={figure.isWithheld ? 'regular' : 'medium'}
          tone={figure.isWithheld ? 'muted' : 'ink'}
        >
          {figure.sentence}
        </Text>
        {figure.key === 'goals' && figure.units.length > 0 && (
          <ul>
            {figure.units.map(({ unitId, unitName, sentence }) => (
              <li key={unitId}>
                {unitName}: {sentence}
              </li>
            ))}
          </ul>
        )}
        <Text size="sm" tone="muted">
          {figure.definition}
          {facts && ` ${facts}.`}
          {figure.note && ` ${figure.note}`}
        </Text>
      </Stack>
    </Card>
  );
}
