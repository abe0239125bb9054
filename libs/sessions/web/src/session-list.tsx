import { Link } from '@flipside/ui';
import { momentOf, otherClocks, partnerOf, type ShownSession } from './session-fields.js';
import { SessionState } from './session-when.js';
import './sessions.css';

/** Sessions as rows that lead to their pages. */
export function SessionList({ sessions }: { sessions: readonly ShownSession[] }) {
  return (
    <ul className="sessions-list">
      {sessions.map((session) => (
        <li key={session.id}>
          <Link to={`/sessions/${session.id}`} className="sessions-row">
            <span className="sessions-row-when">{momentOf(session)}</span>
            <SessionState session={session} />
            <span className="sessions-row-note">
              {[
                `with ${partnerOf(session)}`,
                ...otherClocks(session),
                ...(session.reasonInWords ? [session.reasonInWords] : []),
              ].join(' · ')}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
