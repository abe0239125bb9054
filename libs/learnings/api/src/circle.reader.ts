import { isId } from '@flipside/kernel';
import { barrier, type Tx } from '@flipside/platform-api';

type Sql = Pick<Tx, 'one'>;

/** The two people of a pairing. */
export interface PairingCircle {
  pairingId: string;
  championId: string;
  championName: string;
  executiveId: string;
  executiveName: string;
  state: string;
}

/** One session with its two people; times are instants. */
export interface SessionCircle extends PairingCircle {
  sessionId: string;
  startsAt: Date;
  endsAt: Date;
  durationMin: number;
  status: string;
  isDisputed: boolean;
}

export const CIRCLE_COLUMNS = `
  p.id as "pairingId", p.champion_id as "championId", c.name as "championName",
  p.executive_id as "executiveId", e.name as "executiveName", p.state`;
export const CIRCLE_JOINS = `
  join person c on c.id = p.champion_id
  join person e on e.id = p.executive_id`;
export const SESSION_COLUMNS = `
  ${CIRCLE_COLUMNS}, s.id as "sessionId", s.starts_at as "startsAt", s.ends_at as "endsAt",
  s.duration_min as "durationMin", s.status, s.is_disputed as "isDisputed"`;

/** The session and its people. @throws Barrier NOT_FOUND when there is none. */
export async function circleOfSession(sql: Sql, sessionId: string): Promise<SessionCircle> {
  const circle = isId(sessionId)
    ? await sql.one<SessionCircle>(
        `select ${SESSION_COLUMNS} from session s join pairing p on p.id = s.pairing_id ${CIRCLE_JOINS}
         where s.id = $1`,
        [sessionId],
      )
    : null;
  if (circle === null) throw barrier('NOT_FOUND');
  return circle;
}

/** The pairing and its people. @throws Barrier NOT_FOUND when there is none. */
export async function circleOfPairing(sql: Sql, pairingId: string): Promise<PairingCircle> {
  const circle = isId(pairingId)
    ? await sql.one<PairingCircle>(
        `select ${CIRCLE_COLUMNS} from pairing p ${CIRCLE_JOINS} where p.id = $1`,
        [pairingId],
      )
    : null;
  if (circle === null) throw barrier('NOT_FOUND');
  return circle;
}
