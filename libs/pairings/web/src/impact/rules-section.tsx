import { graphql } from '@flipside/platform-web';
import type { ImpactRulesSectionFragment } from '@flipside/platform-web/gql';
import { DataTable, Section, Text, type Column } from '@flipside/ui';
import { namesInWords } from './impact-words.js';

graphql(`
  fragment ImpactRulesSection on ImpactSide {
    rules {
      names
      rules {
        rule
        sentence
        removed
        of
      }
    }
  }
`);

type GroupRules = NonNullable<ImpactRulesSectionFragment['rules']>[number];
interface Line {
  sentence: string;
  shares: readonly number[];
}

/** What each rule takes from each group: where a difference comes from. */
export function RulesSection({ groups }: { groups: readonly GroupRules[] }) {
  const lines: Line[] = (groups[0]?.rules ?? [])
    .map(({ sentence }, index) => ({
      sentence,
      shares: groups.map(({ rules }) => {
        const { removed = 0, of = 0 } = rules[index] ?? {};
        return of === 0 ? 0 : removed / of;
      }),
    }))
    .filter(({ shares }) => shares.some((share) => share > 0));
  const columns: Column<Line>[] = [
    { id: 'rule', header: 'Rule', isRowHeader: true, cell: ({ sentence }) => sentence },
    ...groups.map(({ names }, group): Column<Line> => ({
      id: namesInWords(names),
      header: namesInWords(names),
      align: 'end',
      cell: ({ shares }) => percent(shares[group] ?? 0),
    })),
  ];
  return (
    <Section
      title="What each rule takes from champions"
      lead="The share of a group’s possible pairs that the rule leaves out, if it were the only one. A rule that takes much more from one group than from another is where a difference begins."
    >
      {lines.length > 0 ? (
        <DataTable
          caption="What each rule takes from each group of champions"
          columns={columns}
          rows={lines}
          rowKey={({ sentence }) => sentence}
        />
      ) : (
        <Text>No rule leaves anybody out.</Text>
      )}
    </Section>
  );
}

function percent(share: number): string {
  const value = 100 * share;
  return value > 0 && value < 1 ? 'under 1 %' : `${Math.round(value)} %`;
}
