import { formatNumber } from '@flipside/platform-web';
import { DataTable, Section, Stack, type Column } from '@flipside/ui';
import { plural, points } from '../pairing-words.js';

interface Size {
  bonus: number;
  changed: number;
  totalPoints: number;
}

const [WIDTH, HEIGHT] = [720, 180];
const [LEFT, RIGHT, TOP, BOTTOM] = [40, 24, 12, 28];

/** Pairs that change, by how much keeping counts: a step line, because nothing happens between two sizes. */
function Steps({ sizes, name }: { sizes: readonly Size[]; name: string }) {
  const most = Math.max(1, ...sizes.map(({ changed }) => changed));
  const widest = Math.max(1, ...sizes.map(({ bonus }) => bonus));
  const x = (bonus: number) => LEFT + (bonus / widest) * (WIDTH - LEFT - RIGHT);
  const y = (changed: number) => TOP + (1 - changed / most) * (HEIGHT - TOP - BOTTOM);
  const line = sizes
    .map(({ bonus, changed }, i) =>
      i === 0 ? `M${x(bonus)} ${y(changed)}` : `H${x(bonus)} V${y(changed)}`,
    )
    .join(' ');
  return (
    <svg className="fs-steps" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={name}>
      <line className="fs-steps-axis" x1={LEFT} x2={WIDTH - RIGHT} y1={y(0)} y2={y(0)} />
      {[0, most].map((count) => (
        <text key={count} className="fs-steps-text" x={LEFT - 6} y={y(count) + 4} textAnchor="end">
          {count}
        </text>
      ))}
      {[0, widest].map((bonus) => (
        <text
          key={bonus}
          className="fs-steps-text"
          x={x(bonus)}
          y={HEIGHT - 8}
          textAnchor={bonus === 0 ? 'start' : 'end'}
        >
          {points(bonus)}
        </text>
      ))}
      <path className="fs-steps-have" d={line} />
    </svg>
  );
}

/** What keeping pairs costs: how many pairs change and what is given up, drawn and as a table to choose from. */
export function ContinuityCurve({ curve }: { curve: readonly Size[] }) {
  if (curve.length === 0) return null;
  const sizes = [...curve].sort((a, b) => a.bonus - b.bonus);
  const best = Math.max(...sizes.map(({ totalPoints }) => totalPoints));
  const [first, last] = [sizes[0], sizes.at(-1)];
  const columns: Column<Size>[] = [
    { id: 'bonus', header: 'Keeping counts, points', cell: ({ bonus }) => points(bonus) },
    {
      id: 'changed',
      header: 'Pairs that change',
      align: 'end',
      phone: 'line',
      cell: ({ changed }) => formatNumber(changed),
    },
    {
      id: 'given',
      header: 'Points given up',
      align: 'end',
      phone: 'line',
      cell: ({ totalPoints }) => points(Math.max(0, best - totalPoints)),
    },
  ];
  return (
    <Section
      title="What keeping pairs costs"
      lead="If everything that is not decided were proposed again under these rules."
    >
      <Stack gap="16">
        {first && last && sizes.length > 1 && (
          <Steps
            sizes={sizes}
            name={`${plural(first.changed, 'pair changes', 'pairs change')} when keeping counts ${points(first.bonus)} points, ${formatNumber(last.changed)} when it counts ${points(last.bonus)}.`}
          />
        )}
        <DataTable
          caption="Sizes of keeping pairs"
          columns={columns}
          rows={sizes}
          rowKey={({ bonus }) => String(bonus)}
        />
      </Stack>
    </Section>
  );
}
