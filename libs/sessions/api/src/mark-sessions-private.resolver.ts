import { Args, Field, InputType, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, Roles, type Viewer } from '@flipside/platform-api';
import { MarkSessionsPrivate } from './mark-sessions-private.js';

@ObjectType({ description: 'How the viewer’s sessions look in calendars.' })
export class CalendarChoices {
  @Field({
    description:
      'Whether sessions are marked as private: whoever may look into the calendar of one of the two sees only that it is busy.',
  })
  isPrivate!: boolean;
}

@InputType({ description: 'How the viewer’s sessions are to look in calendars.' })
export class MarkSessionsPrivateInput {
  @Field({ description: 'Marked as private.' })
  isPrivate!: boolean;
}

@Resolver()
export class MarkSessionsPrivateResolver {
  constructor(private readonly mark: MarkSessionsPrivate) {}

  @Query(() => CalendarChoices, { description: 'How the viewer’s sessions look in calendars.' })
  @Roles('EMPLOYEE')
  async calendarChoices(@CurrentViewer() viewer: Viewer): Promise<CalendarChoices> {
    return { isPrivate: await this.mark.isPrivate(viewer) };
  }

  @Mutation(() => CalendarChoices, {
    description: 'Marks the viewer’s sessions as private in calendars, or no longer.',
  })
  @Roles('EMPLOYEE')
  async markSessionsPrivate(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The choice.' }) input: MarkSessionsPrivateInput,
  ): Promise<CalendarChoices> {
    await this.mark.run(viewer, input.isPrivate);
    return { isPrivate: input.isPrivate };
  }
}
