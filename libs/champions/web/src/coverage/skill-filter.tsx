import { graphql, usePageQuery } from '@flipside/platform-web';
import { Select } from '@flipside/ui';

const Skills = graphql(`
  query CoverageSkills {
    championChoices {
      skills
    }
  }
`);

/** Composition should follow the company's aims, not only its head count: "nobody in Finance for spreadsheets". */
export function SkillFilter({
  value,
  onChange,
}: {
  value: string;
  onChange: (skill: string) => void;
}) {
  const skills = usePageQuery(Skills).data?.championChoices.skills ?? [];
  if (skills.length === 0 && value === '') return null;
  return (
    <Select
      label="Good at"
      data={[
        { value: '', label: 'Anything' },
        ...[...new Set([...(value ? [value] : []), ...skills])].map((skill) => ({
          value: skill,
          label: skill,
        })),
      ]}
      value={value}
      onChange={(skill) => onChange(skill ?? '')}
    />
  );
}
