import { postJson } from '@flipside/platform-web';
import { Alert, IconChevronRight, PersonName } from '@flipside/ui';
import { useState } from 'react';

export interface DemoPerson {
  id: string;
  name: string;
  title: string;
  note: string;
  roleLabel: string;
}

/** In the order of the list, each role once. */
function byRole(people: readonly DemoPerson[]): [string, DemoPerson[]][] {
  const groups = new Map<string, DemoPerson[]>();
  for (const person of people)
    groups.set(person.roleLabel, [...(groups.get(person.roleLabel) ?? []), person]);
  return [...groups];
}

/** The prepared people of the demonstration company, grouped by what they show. */
export function DemoPeople({ people, next }: { people: readonly DemoPerson[]; next: string }) {
  const [busyId, setBusyId] = useState<string>();
  const [hasFailed, setFailed] = useState(false);

  async function signInAs(personId: string) {
    setBusyId(personId);
    setFailed(false);
    try {
      await postJson('/auth/demo', { personId });
      window.location.assign(next);
    } catch {
      setBusyId(undefined);
      setFailed(true);
    }
  }

  return (
    <div className="demo-people">
      {hasFailed && <Alert tone="danger">That did not sign you in. Try again.</Alert>}
      {byRole(people).map(([role, own]) => (
        <section key={role} aria-label={role}>
          <h2 className="demo-role">{role}</h2>
          <ul>
            {own.map((person) => (
              <li key={person.id}>
                <button
                  type="button"
                  disabled={busyId !== undefined}
                  aria-busy={busyId === person.id || undefined}
                  onClick={() => void signInAs(person.id)}
                >
                  <PersonName name={person.name} note={person.title} hasMonogram />
                  {person.note && <span className="demo-note">{person.note}</span>}
                  <IconChevronRight size={18} aria-hidden className="fs-mirrored" />
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
