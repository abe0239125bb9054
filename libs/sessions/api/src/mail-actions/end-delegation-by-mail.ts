import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SignIn } from '@flipside/people-api';
import {
  MailActions,
  type ActionCall,
  type ActionPage,
  type ActionResult,
  type MailAction,
} from '@flipside/platform-api';
import { scopesInWords } from '@flipside/sessions-domain';
import { DelegationReader, type DelegationRow } from '../delegation.reader.js';
import { RemoveDelegate } from '../remove-delegate.js';
import { endDelegationByMail, type EndDelegationByMailSubject } from './mail-action-kinds.js';

const MORE = { label: 'See who looks after your sessions', path: '/me/delegates' };

const endedPage: ActionPage = {
  heading: 'It is ended',
  paragraphs: ['It holds at once. What was booked stays as it is.'],
  choices: [],
  more: MORE,
};

/** "End it": somebody whom HR set up to look after one's sessions does so no longer. */
@Injectable()
export class EndDelegationByMail implements MailAction<EndDelegationByMailSubject>, OnModuleInit {
  readonly name = endDelegationByMail.name;
  readonly subject = endDelegationByMail.subject;

  constructor(
    private readonly actions: MailActions,
    private readonly signIn: SignIn,
    private readonly delegations: DelegationReader,
    private readonly remove: RemoveDelegate,
  ) {}

  onModuleInit(): void {
    this.actions.register(this);
  }

  async show(call: ActionCall<EndDelegationByMailSubject>): Promise<ActionPage | null> {
    const viewer = await this.signIn.viewerById(call.personId);
    if (!viewer) return null;
    const delegation = await this.delegations.ownOf(viewer, call.subject.delegationId);
    return delegation ? this.question(delegation) : endedPage;
  }

  async act(call: ActionCall<EndDelegationByMailSubject>): Promise<ActionResult | null> {
    const viewer = await this.signIn.viewerById(call.personId);
    if (!viewer) return null;
    const delegation = await this.delegations.ownOf(viewer, call.subject.delegationId);
    if (delegation) await this.remove.run(viewer, { delegateId: delegation.personId });
    return { isDone: true, page: endedPage };
  }

  private question({ name, scopes }: DelegationRow): ActionPage {
    return {
      heading: `${name} looks after your sessions. End it?`,
      paragraphs: [
        `${name} can ${scopesInWords(scopes) ?? 'see times, and change nothing'}. Ending it holds at once; what was booked stays as it is.`,
      ],
      choices: [{ value: 'end', label: 'End it', isMain: true }],
      more: MORE,
    };
  }
}
