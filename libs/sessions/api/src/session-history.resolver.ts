import { Context, Field, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { barrier, InstantScalar, type RequestContext } from '@flipside/platform-api';
import { ownMomentInWords } from '@flipside/sessions-domain';
import DataLoader from 'dataloader';
import { SessionHistoryReader, type HistoryRow } from './session-history.reader.js';
import { SessionType } from './session.type.js';

@ObjectType({ description: 'A change of a session’s time: what, by whom and for whom.' })
export class SessionChange {
  @Field(() => InstantScalar, { description: 'When it was made.' })
  at!: Date;

  @Field({ description: 'The same on the reader’s clock, for example "Mon 11 Jan, 8:00".' })
  atInWords!: string;

  @Field({ description: 'For example "Moved by Kim Lee for Helen Ward, from Tue 26 Jan, 10:00".' })
  inWords!: string;
}

const DONE: Readonly<Record<HistoryRow['kind'], string>> = {
  offered: 'Offered',
  booked: 'Booked',
  moved: 'Moved',
  skipped: 'Skipped',
  cancelled: 'Cancelled',
  restored: 'Brought back',
  expired: 'Let go',
};

function changeOf(
  { kind, at, actorName, forName, from, travel }: HistoryRow,
  zone: string,
): SessionChange {
  const reader = { zone, travel };
  const by = actorName ?? 'the programme';
  const whose = forName ? ` for ${forName}` : '';
  const was = kind === 'moved' && from ? `, from ${ownMomentInWords(new Date(from), reader)}` : '';
  return {
    at,
    atInWords: ownMomentInWords(at, reader),
    inWords: `${DONE[kind]} by ${by}${whose}${was}`,
  };
}

@Resolver(() => SessionType)
export class SessionHistoryResolver {
  constructor(private readonly reader: SessionHistoryReader) {}

  @ResolveField(() => [SessionChange], {
    description:
      'Who changed its time and for whom, oldest first: for its two people and their delegates.',
  })
  async history(
    @Parent() session: SessionType,
    @Context() context: RequestContext,
  ): Promise<SessionChange[]> {
    return this.loader(context).load(session.id);
  }

  /** All sessions of a list in two statements. */
  private loader(context: RequestContext): DataLoader<string, SessionChange[]> {
    const { viewer } = context;
    if (!viewer) throw barrier('UNAUTHENTICATED');
    return context.loader<string, SessionChange[]>(
      this,
      () =>
        new DataLoader(async (sessionIds) => {
          const found = await this.reader.of(viewer, sessionIds);
          return sessionIds.map((id) =>
            (found.get(id) ?? []).map((row) => changeOf(row, viewer.timeZone)),
          );
        }),
    );
  }
}
