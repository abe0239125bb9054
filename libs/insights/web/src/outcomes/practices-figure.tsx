import { formatCalendarDay } from '@flipside/platform-web';
import { Figure, Section, Text } from '@flipside/ui';
import './practices-figure.css';

interface Practices {
  tried?: number | null;
  kept?: number | null;
  passedOn?: number | null;
}

interface PracticesFigureProps {
  practices: Practices;
  limit: number;
  asOf: string;
}

/** Practices tried, kept and passed on: three bars that start at zero and contain each other. */
export function PracticesFigure({ practices, limit, asOf }: PracticesFigureProps) {
  const { tried, kept, passedOn } = practices;
  const bars = [
    { word: 'Tried', count: tried },
    { word: 'Kept in daily work', count: kept },
    { word: 'Passed on to others', count: passedOn },
  ];
  const most = Math.max(1, ...bars.map(({ count }) => count ?? 0));
  return (
    <Section title="Practices in use">
      <Figure
        finding={findingOf(practices, limit)}
        source={`Counted from executives’ own lists before ${formatCalendarDay(asOf)}; the texts stay with them.`}
      >
        <dl className="insights-bars">
          {bars.map(({ word, count }) => (
            <div key={word}>
              <dt>{word}</dt>
              <dd>
                {count == null ? (
                  <Text as="span" size="sm" tone="muted">
                    Fewer than {limit} people. Shown once there are {limit}.
                  </Text>
                ) : (
                  <>
                    <span className="insights-bar" aria-hidden>
                      <span style={{ width: `${(100 * count) / most}%` }} />
                    </span>
                    <span>{count}</span>
                  </>
                )}
              </dd>
            </div>
          ))}
        </dl>
      </Figure>
    </Section>
  );
}

function findingOf({ tried, kept }: Practices, limit: number): string {
  if (tried == null) return `Fewer than ${limit} people have written down what they tried`;
  if (tried === 0) return 'Nobody has written down a practice yet';
  return kept == null ? `${tried} practices tried` : `${kept} of ${tried} practices tried are kept`;
}
