import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@flipside/kernel';
import { isMyself, type MailedNomination } from '@flipside/champions-domain';
import { nameIs, SignIn } from '@flipside/people-api';
import {
  CLOCK,
  CONFIG,
  Database,
  mailboxFor,
  type Config,
  type Viewer,
} from '@flipside/platform-api';
import { programmeToday } from '../programme-today.js';
import { Nominate } from './nominate.js';
import { writeNominationUnclear } from './nomination-letters.js';

/** Where nominations can be sent by mail. */
export const nominationAddress = (config: Pick<Config, 'mailFrom'>): string =>
  mailboxFor(config, 'nominate');

export const isForNominations = (
  config: Pick<Config, 'mailFrom'>,
  addresses: readonly string[],
): boolean => addresses.some((address) => address.toLowerCase() === nominationAddress(config));

/** Namesakes listed in an answer; more than these are better told apart by an address. */
const MOST_NAMESAKES = 5;

interface Found {
  readonly id: string;
  readonly words: string;
}

/**
 * A nomination that came by mail takes the same way as any other. Whoever is meant has to be beyond doubt: a whole
 * e-mail address or a whole name that only one person here has. Everything else is answered, and nobody else hears of it.
 */
@Injectable()
export class NominateByMail {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Pick<Config, 'baseUrl' | 'mailFrom'>,
    private readonly signIn: SignIn,
    private readonly nominate: Nominate,
  ) {}

  /**
   * Safe to run twice with the same mail: what it nominated is nominated once, what it is answered is written once.
   * @param from whom the relay vouches for; only the address of the staff list gives a voice
   * @param messageId of the mail
   * @returns `nominated`: the mail's wish stands; `asked`: its sender was told what to do; `stranger`: nobody of ours
   */
  async run(
    from: string | null,
    nomination: MailedNomination,
    messageId: string,
  ): Promise<'nominated' | 'asked' | 'stranger'> {
    const known = await this.db.one<{ id: string }>('select id from person where email = $1', [
      from,
    ]);
    const sender = known && (await this.signIn.viewerById(known.id));
    if (!sender) return 'stranger';
    const open = await this.openQuestion(sender, nomination);
    if (!open) return 'nominated';
    const { personId: id, name, email } = sender;
    const whom = nomination.whom.slice(0, 80);
    const dedupeKey = `nomination-unclear:${messageId}`;
    const asked = { dedupeKey, sender: { id, name, email }, whom, paragraphs: open };
    await this.db.transaction((tx) => writeNominationUnclear(tx, asked, this.config.baseUrl));
    return 'asked';
  }

  /** Nominates; what has to be asked back instead, in paragraphs, when it cannot. */
  private async openQuestion(
    sender: Viewer,
    { whom, reason }: MailedNomination,
  ): Promise<string[] | null> {
    const { today } = await programmeToday(this.db, this.clock);
    const found = isMyself(whom)
      ? [{ id: sender.personId, words: sender.name }]
      : await this.named(whom, today);
    const [nominee] = found;
    if (!nominee || found.length > 1) return whoIsMeant(whom, found);
    const nomineeId = nominee.id;
    const done = await this.nominate.run(sender, { nomineeId, reason, channel: 'email' });
    if (done.ok || (await this.isDoneAlready(sender, nomineeId))) return null;
    return done.refusal.field === 'reason'
      ? [
          `${done.refusal.message} ${nominee.words} reads it.`,
          'Send your mail once more with that line at its beginning.',
        ]
      : [done.refusal.message];
  }

  private named(whom: string, today: string): Promise<Found[]> {
    const values = [whom, today];
    const isNamed = nameIs('p.name', whom, (value) => `$${values.push(value)}`);
    return this.db.rows<Found>(
      `select p.id, concat_ws(', ', p.name, nullif(p.title, ''), u.name) as words
       from person p
       join employment e on e.person_id = p.id and e.valid_from <= $2 and e.valid_to > $2
       left join org_unit u on u.id = e.org_unit_id
       where $1 <> '' and (p.email = $1 or ${isNamed})
       order by p.name, p.id limit ${MOST_NAMESAKES + 1}`,
      values,
    );
  }

  /** The same mail came before, or the same person wrote of it elsewhere. */
  private async isDoneAlready({ personId }: Viewer, nomineeId: string): Promise<boolean> {
    const open = await this.db.one(
      'select 1 from nomination where nominee_id = $1 and nominator_id = $2 and closed_at is null',
      [nomineeId, personId],
    );
    return open !== null;
  }
}

/** What is said to somebody whose mail names nobody, or more than one. */
export function whoIsMeant(whom: string, found: readonly Found[]): string[] {
  const how =
    'Send your mail once more with their whole e-mail address as the subject: “Nominate: name@your-company.com”.';
  if (whom === '') return ['Your mail does not say whom you mean.', how];
  if (found.length === 0) return [`Nobody who works here is called “${whom.slice(0, 80)}”.`, how];
  const some = found.slice(0, MOST_NAMESAKES).map(({ words }) => words);
  return [
    `More than one person here is called that: ${some.join(' · ')}${found.length > MOST_NAMESAKES ? ' and others' : ''}.`,
    how,
  ];
}
