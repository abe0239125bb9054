import { FLUENCY, FLUENCY_LEVELS } from '@flipside/learnings-domain';
import { useDates, usePageQuery } from '@flipside/platform-web';
import {
  AudienceNote,
  Button,
  DataTable,
  FactList,
  Faces,
  Section,
  Skeleton,
  Stack,
  Text,
  type Column,
} from '@flipside/ui';
import { useState } from 'react';
import { dimensionOf, FluencyQuery, TRUST_WORDS, type FluencyShown } from './fluency-documents.js';
import { RateSheet } from './rate-sheet.js';

type View = FluencyShown['views'][number];

const level = (value: number | null | undefined): string =>
  value == null ? 'Not looked at' : `${value} · ${FLUENCY_LEVELS[value] ?? ''}`;

const signed = (value: number): string =>
  `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(1)} levels`;

/** What was observed to change: since the first look, and how fast. */
function progressFacts({ gain, normalisedGain, slope }: FluencyShown) {
  const share =
    normalisedGain != null && normalisedGain > 0
      ? `, ${Math.round(normalisedGain * 100)} % of the way that was open`
      : '';
  return [
    { label: 'Observed since the first look', value: gain == null ? null : signed(gain) + share },
    { label: 'Pace', value: slope == null ? null : `${signed(slope)} in 90 days` },
  ];
}

const COLUMNS: Column<View>[] = [
  {
    id: 'dimension',
    header: 'What',
    isRowHeader: true,
    cell: ({ dimension }) => FLUENCY[dimensionOf(dimension)].name,
  },
  { id: 'self', header: 'Own view', cell: ({ self }) => level(self) },
  { id: 'observed', header: 'Observed', phone: 'bar', cell: ({ observed }) => level(observed) },
];

/** How both see the executive's working with AI: own view beside observation, trust by itself. */
export function FluencyPanel({ pairingId }: { pairingId: string }) {
  const page = usePageQuery(FluencyQuery, { variables: { pairingId } });
  return (
    <Section title="Working with AI, as you both see it">
      <Faces of={page} skeleton={<Skeleton lines={6} />}>
        {({ fluency }) => <Looks fluency={fluency} />}
      </Faces>
    </Section>
  );
}

function Looks({ fluency }: { fluency: FluencyShown }) {
  const dates = useDates();
  const [isRating, setRating] = useState(false);
  const { otherName, viewerIsExecutive, viewerCanRate, isDue, views, ratings } = fluency;
  const { trustSelf, trustObserved } = fluency;
  const hasLooked = ratings.length > 0;
  return (
    <Stack gap="16">
      {hasLooked ? (
        <>
          <DataTable
            caption="Levels from 0 (not yet) to 4 (helps others)"
            columns={COLUMNS}
            rows={views}
            rowKey={({ dimension }) => dimension}
          />
          <FactList
            facts={[
              { label: 'Trust in AI, own view', value: trustSelf && TRUST_WORDS[trustSelf] },
              {
                label: 'Trust in AI, observed',
                value: trustObserved && TRUST_WORDS[trustObserved],
              },
              ...progressFacts(fluency),
            ]}
          />
          <Text tone="muted" size="sm">
            {ratings.length} {ratings.length === 1 ? 'look' : 'looks'} so far, the last on{' '}
            {dates.day(ratings[0]?.at ?? '')} by {ratings[0]?.raterName}. A lower own view later is
            often a better one.
          </Text>
        </>
      ) : (
        <Text tone="muted">
          {viewerIsExecutive
            ? 'Five short lists of what one does. Where are you now? Two minutes, and nobody but the two of you sees it.'
            : viewerCanRate
              ? `Five short lists of what one does. What have you seen ${otherName} do?`
              : 'After your first session you can say what you saw.'}
        </Text>
      )}
      {viewerCanRate && (
        <div>
          <Button variant={isDue ? 'primary' : 'secondary'} onClick={() => setRating(true)}>
            {viewerIsExecutive ? 'Say where I am' : 'Say what I saw'}
          </Button>
        </div>
      )}
      <AudienceNote audience="PAIR">
        {`Only you and ${otherName} can read this. HR sees figures over all executives together, by month, once enough stand behind them.`}
      </AudienceNote>
      <RateSheet isOpen={isRating} onClose={() => setRating(false)} fluency={fluency} />
    </Stack>
  );
}
