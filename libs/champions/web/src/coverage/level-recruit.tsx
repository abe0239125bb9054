import { graphql, usePageQuery } from '@flipside/platform-web';
import { Select } from '@flipside/ui';
import { Recruit } from '../recruiting/recruit.js';

const Units = graphql(`
  query LevelUnits {
    orgUnits {
      unit {
        id
        name
      }
    }
  }
`);

interface LevelRecruitProps {
  /** 1 is the top. */
  level: number;
  /** The unit whose people of that level are asked; empty for all of them. */
  within: string;
  /** Only those at this site; null for every site. */
  locationId: string | null;
  onWithin: (unitId: string) => void;
  onClose: () => void;
}

/** A call to the people of one level, all of them or those of one unit or site. */
export function LevelRecruit({ level, within, locationId, onWithin, onClose }: LevelRecruitProps) {
  const { data } = usePageQuery(Units);
  return (
    <Recruit
      level={level}
      unitId={within || null}
      locationId={locationId}
      name={`Level ${level}`}
      onClose={onClose}
      narrow={
        <Select
          label="Only in"
          searchable
          clearable
          placeholder="The whole company"
          data={data?.orgUnits.map(({ unit }) => ({ value: unit.id, label: unit.name })) ?? []}
          value={within || null}
          onChange={(unit) => onWithin(unit ?? '')}
        />
      }
    />
  );
}
