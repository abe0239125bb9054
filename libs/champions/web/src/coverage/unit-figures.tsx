import { formatCalendarDay, formatNumber } from '@flipside/platform-web';
import type { CoverageUnitPageQuery } from '@flipside/platform-web/gql';
import { Card, CoverageBar, FactList, Headline, Row, Seats, Stack } from '@flipside/ui';
import { StateCell } from './coverage-cells.js';

type Story = CoverageUnitPageQuery['coverageUnit'];

const MOST_SEATS = 8;

/** The unit's sentence, its seats and the numbers behind them. */
export function UnitFigures({
  story: { unit, sentence, rule, asOf, champions },
}: {
  story: Story;
}) {
  const leaving = Math.min(champions.leaving, unit.champions);
  const resting = Math.min(champions.resting, unit.gap);
  const starting = Math.min(champions.approved, unit.gap - resting);
  const from = {
    UNIT: 'set for this unit',
    INHERITED: 'set for a unit above',
    PROGRAMME: 'the programme’s',
  };
  return (
    <Stack gap="24">
      <Headline notes={`${rule} ${formatCalendarDay(asOf)}.`}>{sentence}</Headline>
      <Card>
        <Stack gap="16">
          <Row gap="16">
            <StateCell node={unit} />
            {unit.required > 0 &&
              (unit.required <= MOST_SEATS && unit.champions <= unit.required ? (
                <Seats
                  need={unit.required}
                  active={unit.champions - leaving}
                  leaving={leaving}
                  paused={resting}
                  candidates={starting}
                />
              ) : (
                <CoverageBar have={unit.champions} need={unit.required} isTextShown />
              ))}
          </Row>
          <FactList
            facts={[
              { label: 'People', value: directAnd(unit.people, unit.directPeople) },
              { label: 'Champions', value: directAnd(unit.champions, unit.directChampions) },
              { label: 'Ratio', value: unit.ratioText },
              {
                label: 'By agreed time',
                value:
                  champions.byAgreedTime == null
                    ? null
                    : `${formatNumber(Math.round(champions.byAgreedTime * 10) / 10)} champions at the usual hours: whoever agreed to half of them counts half`,
              },
              {
                label: 'Effective',
                value:
                  unit.required > 0 && unit.effectiveChampions != null
                    ? `${formatNumber(unit.effectiveChampions)} did something for colleagues in 60 days, of ${formatNumber(unit.required)} needed`
                    : null,
              },
              {
                label: 'Target',
                value: `1 per ${formatNumber(unit.targetRatio)}, ${from[unit.targetFrom]}`,
              },
              { label: 'Below', value: unit.belowText },
              {
                label: 'Spread',
                value:
                  unit.distributionShortfall > 0
                    ? `The units below lack ${formatNumber(unit.childGap)} if each is judged alone, ${formatNumber(unit.distributionShortfall)} more than the unit as a whole.`
                    : null,
              },
            ]}
          />
        </Stack>
      </Card>
    </Stack>
  );
}

/** "120, of them 8 directly here". */
function directAnd(all: number, direct: number): string {
  return all === direct
    ? formatNumber(all)
    : `${formatNumber(all)}, of them ${formatNumber(direct)} directly here`;
}
