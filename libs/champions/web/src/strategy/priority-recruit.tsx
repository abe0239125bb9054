import { Select } from '@flipside/ui';
import { Recruit } from '../recruiting/recruit.js';
import type { PriorityPlace } from './match-choices.js';
import type { Priority } from './strategy-page.js';

interface PriorityRecruitProps {
  priority: Priority;
  /** Where people work who fit it, the first of them to begin with. */
  places: PriorityPlace[];
  /** The place that was chosen; empty for the first. */
  at: string;
  onAt: (id: string) => void;
  onClose: () => void;
}

/** A call for what a priority lacks, at one of the places where such people work. */
export function PriorityRecruit({ priority, places, at, onAt, onClose }: PriorityRecruitProps) {
  const place = places.find(({ id }) => id === at) ?? places[0];
  if (!place) return null;
  return (
    <Recruit
      unitId={place.isSite ? null : place.id}
      locationId={place.isSite ? place.id : null}
      priorityId={priority.id}
      name={place.name}
      onClose={onClose}
      narrow={
        <Select
          label={`Whom to ask, for ${priority.name}`}
          searchable
          data={places.map(({ id, name }) => ({ value: id, label: name }))}
          value={place.id}
          onChange={(id) => onAt(id ?? '')}
        />
      }
    />
  );
}
