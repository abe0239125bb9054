import { graphql, usePageQuery } from '@flipside/platform-web';
import { Select } from '@flipside/ui';

const Sites = graphql(`
  query LevelSites {
    locations {
      id
      name
    }
  }
`);

interface LevelPlaceProps {
  units: readonly { id: string; name: string }[];
  url: { unit: string; site: string };
  onChange: (change: { unit: string; site: string }) => void;
}

/** Whose levels are shown: everybody's, or those of one unit or of one site. */
export function LevelPlace({ units, url, onChange }: LevelPlaceProps) {
  const { data } = usePageQuery(Sites);
  const choices = (places: readonly { id: string; name: string }[]) =>
    places.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <Select
        label="Unit"
        searchable
        clearable
        placeholder="All units"
        data={choices(units)}
        value={url.unit || null}
        onChange={(unit) => onChange({ unit: unit ?? '', site: '' })}
      />
      <Select
        label="Site"
        searchable
        clearable
        placeholder="All sites"
        data={choices(data?.locations ?? [])}
        value={url.site || null}
        onChange={(site) => onChange({ unit: '', site: site ?? '' })}
      />
    </>
  );
}
