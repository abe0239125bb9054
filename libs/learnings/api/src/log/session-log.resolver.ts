import { CurrentViewer, Roles, type Viewer } from '@flipside/platform-api';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { asUnion } from '../learning-result.js';
import { ChangeSessionLog } from './change-session-log.js';
import { ConfirmSession } from './confirm-session.js';
import { LogSession } from './log-session.js';
import { SessionDeskReader } from './session-desk.reader.js';
import { LastTime, SessionTask, SessionToPrepare } from './session-desk.type.js';
import { SessionLogReader } from './session-log.reader.js';
import {
  ChangeSessionLogInput,
  ChangeSessionLogResult,
  ConfirmSessionInput,
  ConfirmSessionResult,
  LogSessionInput,
  LogSessionResult,
  SessionFacts,
  SessionLog,
  SessionLogForm,
  SessionLogVersion,
} from './session-log.type.js';

const SESSION = { type: () => ID, description: 'The session.' };

@Resolver()
export class SessionLogResolver {
  constructor(
    private readonly logs: SessionLogReader,
    private readonly desk: SessionDeskReader,
    private readonly logging: LogSession,
    private readonly changing: ChangeSessionLog,
    private readonly confirming: ConfirmSession,
  ) {}

  @Roles('EMPLOYEE')
  @Query(() => SessionLog, {
    nullable: true,
    description: 'The log of a session, for its two people only.',
  })
  sessionLog(@CurrentViewer() viewer: Viewer, @Args('sessionId', SESSION) sessionId: string) {
    return this.logs.log(viewer, sessionId);
  }

  @Roles('EMPLOYEE')
  @Query(() => [SessionLogVersion], {
    description: 'Every version of a log, oldest first, for the two people of the session.',
  })
  sessionLogHistory(
    @CurrentViewer() viewer: Viewer,
    @Args('sessionId', SESSION) sessionId: string,
  ) {
    return this.logs.history(viewer, sessionId);
  }

  @Roles('EMPLOYEE')
  @Query(() => SessionLogForm, {
    description: 'What the log form already knows, for the two people of the session.',
  })
  sessionLogForm(@CurrentViewer() viewer: Viewer, @Args('sessionId', SESSION) sessionId: string) {
    return this.logs.form(viewer, sessionId);
  }

  @Roles('EMPLOYEE')
  @Query(() => SessionFacts, {
    description:
      'Exactly what HR sees of a session. HR leads may ask, and the two people, who get the same answer.',
  })
  sessionFacts(@CurrentViewer() viewer: Viewer, @Args('sessionId', SESSION) sessionId: string) {
    return this.logs.facts(viewer, sessionId);
  }

  @Roles('EMPLOYEE')
  @Query(() => [SessionFacts], {
    description:
      'Exactly what HR sees of a pairing: its last 12 sessions that have begun. For HR leads and the two people.',
  })
  pairingFacts(
    @CurrentViewer() viewer: Viewer,
    @Args('pairingId', { type: () => ID, description: 'The pairing.' }) pairingId: string,
  ) {
    return this.logs.pairingFacts(viewer, pairingId);
  }

  @Roles('EMPLOYEE')
  @Query(() => [SessionTask], {
    description: 'Sessions the viewer coached and has not logged, latest first, at most 5.',
  })
  sessionsToLog(@CurrentViewer() viewer: Viewer) {
    return this.desk.toLog(viewer);
  }

  @Roles('EMPLOYEE')
  @Query(() => [SessionToPrepare], {
    description: 'Sessions the viewer coaches in the next 3 days, soonest first, at most 3.',
  })
  sessionsToPrepare(@CurrentViewer() viewer: Viewer) {
    return this.desk.toPrepare(viewer);
  }

  @Roles('EMPLOYEE')
  @Query(() => [SessionTask], {
    description: 'Sessions about which the viewer, as executive, has said nothing, at most 3.',
  })
  sessionsToConfirm(@CurrentViewer() viewer: Viewer) {
    return this.desk.toConfirm(viewer);
  }

  @Roles('EMPLOYEE')
  @Query(() => LastTime, {
    nullable: true,
    description: 'The last session held with the viewer as executive.',
  })
  lastTime(@CurrentViewer() viewer: Viewer) {
    return this.desk.lastTime(viewer);
  }

  @Roles('EMPLOYEE')
  @Mutation(() => LogSessionResult, {
    description: 'Logs a session. The same submission key saves once.',
  })
  async logSession(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The log.' }) input: LogSessionInput,
  ) {
    const result = await this.logging.run(viewer, input);
    return asUnion(result, async (sessionId) => ({ log: await this.logs.log(viewer, sessionId) }));
  }

  @Roles('EMPLOYEE')
  @Mutation(() => ChangeSessionLogResult, {
    description: 'Changes one’s own log within 48 hours.',
  })
  async changeSessionLog(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The changed log.' }) input: ChangeSessionLogInput,
  ) {
    const result = await this.changing.run(viewer, input);
    return asUnion(result, async (sessionId) => ({ log: await this.logs.log(viewer, sessionId) }));
  }

  @Roles('EMPLOYEE')
  @Mutation(() => ConfirmSessionResult, {
    description: 'Says whether the session took place, from the executive’s side.',
  })
  async confirmSession(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The answer.' }) input: ConfirmSessionInput,
  ) {
    return asUnion(await this.confirming.run(viewer, input), (answer) => answer);
  }
}
