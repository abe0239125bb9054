import { CurrentViewer, Roles, type Viewer } from '@flipside/platform-api';
import { Mutation, Query, Resolver } from '@nestjs/graphql';
import { DeleteMyNotesPayload, HeldKind } from './my-data.type.js';
import { MyData } from './my-data.js';

@Resolver()
export class MyDataResolver {
  constructor(private readonly held: MyData) {}

  @Roles('EMPLOYEE')
  @Query(() => [HeldKind], { description: 'What Flipside holds of the viewer about coaching.' })
  myData(@CurrentViewer() viewer: Viewer) {
    return this.held.kinds(viewer);
  }

  @Roles('EMPLOYEE')
  @Query(() => String, { description: 'All of it as JSON, for the viewer to keep.' })
  myDataDownload(@CurrentViewer() viewer: Viewer) {
    return this.held.download(viewer);
  }

  @Roles('EMPLOYEE')
  @Mutation(() => DeleteMyNotesPayload, {
    description: 'Removes all notes and mirror results of the viewer, for good.',
  })
  async deleteMyNotes(@CurrentViewer() viewer: Viewer) {
    return { count: await this.held.deleteNotes(viewer) };
  }
}
