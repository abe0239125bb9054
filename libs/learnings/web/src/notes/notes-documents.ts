import { graphql } from '@flipside/platform-web';

export const SessionNotesQuery = graphql(`
  query SessionNotes($sessionId: ID!) {
    sessionNotes(sessionId: $sessionId) {
      id
      authorName
      isMine
      audience
      body
      createdAt
      version
    }
  }
`);

export const AddNoteMutation = graphql(`
  mutation AddNote($input: AddNoteInput!) {
    addNote(input: $input) {
      ... on NotePayload {
        note {
          id
          audience
        }
      }
      ... on LearningRefusal {
        message
        field
        code
      }
    }
  }
`);

export const ChangeNoteMutation = graphql(`
  mutation ChangeNote($input: ChangeNoteInput!) {
    changeNote(input: $input) {
      ... on NotePayload {
        note {
          id
          audience
        }
      }
      ... on LearningRefusal {
        message
        field
        code
      }
    }
  }
`);

export const DeleteNoteMutation = graphql(`
  mutation DeleteNote($input: DeleteNoteInput!) {
    deleteNote(input: $input) {
      id
    }
  }
`);

export type NoteAudience = 'ONLY_ME' | 'TWO_OF_US';

export interface NoteShown {
  id: string;
  authorName: string;
  isMine: boolean;
  audience: NoteAudience;
  body: string;
  createdAt: string;
  version: number;
}
