import type { ManagerAnswer, ManagerPolicy } from '@flipside/champions-domain';
import { programmeDaySql } from '@flipside/people-api';
import type { Tx } from '@flipside/platform-api';
import { type Letter, writeLetter } from '../champion-mail.js';

export interface ToldAbout {
  readonly nominationId: string;
  readonly nomineeId: string;
  readonly nominatorId: string | null;
  readonly now: Date;
}

/**
 * Informs or asks the manager, by policy, once the nominee has said yes and never before. A manager who nominated has
 * said yes by that; nobody is told where none is known.
 */
export async function tellManager(tx: Tx, told: ToldAbout, baseUrl: string): Promise<void> {
  const facts = await tx.one<{
    policy: ManagerPolicy;
    hours: number;
    nomineeName: string;
    managerId: string | null;
    managerName: string | null;
    managerEmail: string | null;
  }>(
    `select r.manager_policy as policy, g.champion_hours as hours, p.name as "nomineeName", m.id as "managerId",
       m.name as "managerName", m.email as "managerEmail"
     from person p cross join recruiting_rule r cross join programme g
     left join employment e on e.person_id = p.id and e.valid_from <= ${programmeDaySql('$2')} and e.valid_to > ${programmeDaySql('$2')}
     left join person m on m.id = e.manager_id
     where p.id = $1`,
    [told.nomineeId, told.now],
  );
  if (!facts || facts.managerId === null) return;
  const { policy, managerId, nomineeName, hours } = facts;
  const answer: ManagerAnswer = managerId === told.nominatorId ? 'yes' : policy;
  await tx.execute('update nomination set manager_id = $2, manager_answer = $3 where id = $1', [
    told.nominationId,
    managerId,
    answer,
  ]);
  if (answer === 'yes') return;
  const manager = { id: managerId, name: facts.managerName ?? '', email: facts.managerEmail };
  const isAsked = answer === 'asked';
  await writeManagerLetter(
    tx,
    { nominationId: told.nominationId, manager, nomineeName, hours, isAsked },
    baseUrl,
  );
}

/** Tells the manager what the nominee said yes to; where the policy wants it, asks. */
export async function writeManagerLetter(
  tx: Tx,
  told: {
    nominationId: string;
    manager: Letter['to'];
    nomineeName: string;
    /** Hours of a champion in a month. */
    hours: number;
    isAsked: boolean;
  },
  baseUrl: string,
): Promise<void> {
  const { nomineeName, hours, isAsked } = told;
  await writeLetter(tx, {
    dedupeKey: `nomination-manager:${told.nominationId}`,
    kind: isAsked ? 'nomination_manager_asked' : 'nomination_manager_informed',
    to: told.manager,
    subject: isAsked
      ? `May ${nomineeName} be an AI champion?`
      : `${nomineeName} may become an AI champion`,
    paragraphs: [
      `${nomineeName} was proposed as a champion and said yes. Champions help colleagues with AI in real work, about ${hours} hours a month of working time.`,
      isAsked
        ? 'Nobody is approved without your yes. A no needs no reason.'
        : 'You need not do anything. If the hours are a problem, say so to the programme team.',
    ],
    button: { label: isAsked ? 'Say yes or no' : 'Open Flipside', href: `${baseUrl}/nominations` },
  });
}
