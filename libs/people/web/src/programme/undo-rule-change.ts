import { graphql } from '@flipside/platform-web';

/** Takes one change of the rules back; asked for from the toast and from the history. */
export const UndoRuleChange = graphql(`
  mutation UndoRuleChange($input: UndoProgrammeChangeInput!) {
    undoProgrammeChange(input: $input) {
      ... on ChangeProgrammePayload {
        changeId
        programme {
          ...ProgrammeFields
        }
      }
      ... on PeopleRefusal {
        message
        field
        code
      }
    }
  }
`);
