import { Link, Section, Text } from '@flipside/ui';
import type { ReactNode } from 'react';
import './short-list.css';

export interface ShortListRow {
  id: string;
  name: ReactNode;
  to: string;
  note: ReactNode;
  action: ReactNode;
}

interface ShortListProps {
  title: string;
  /** How much more there is, and the way to it. */
  all: { label: string; to: string } | null;
  rows: readonly ShortListRow[];
  /** One sentence for an empty list: what it means that there is nothing. */
  empty: string;
}

/** At most five rows; each has its name as a link, one line of why, and its action. */
export function ShortList({ title, all, rows, empty }: ShortListProps) {
  return (
    <Section title={title} actions={all && <Link to={all.to}>{all.label}</Link>}>
      {rows.length === 0 ? (
        <Text tone="muted">{empty}</Text>
      ) : (
        <ul className="insights-list">
          {rows.map((row) => (
            <li key={row.id} className="insights-row">
              <div className="insights-row-words">
                <Link to={row.to}>{row.name}</Link>
                <Text size="sm" tone="muted">
                  {row.note}
                </Text>
              </div>
              {row.action}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
