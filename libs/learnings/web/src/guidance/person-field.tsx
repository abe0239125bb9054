import { PersonSearch, type FoundPerson } from '@flipside/champions-web';
import { Suspense, useState } from 'react';

interface PersonFieldProps {
  label: string;
  /** Name of who stands there now. */
  current: string | null;
  value: string | null;
  onChange: (id: string | null) => void;
}

/** One named person, found while typing. */
export function PersonField({ label, current, value, onChange }: PersonFieldProps) {
  const [person, setPerson] = useState<FoundPerson | null>(
    value && current ? { id: value, name: current } : null,
  );
  return (
    <Suspense fallback={null}>
      <PersonSearch
        label={label}
        value={person}
        onChange={(found) => {
          setPerson(found);
          onChange(found?.id ?? null);
        }}
      />
    </Suspense>
  );
}
