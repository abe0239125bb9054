import { graphql } from '@flipside/platform-web';

/** Everything that the page of one import shows; asked again while the server works. */
export const ImportRun = graphql(`
  query ImportRun($id: ID!) {
    importFields {
      field
      label
    }
    importRun(id: $id) {
      id
      fileName
      state
      step
      rowsDone
      rows
      passedOver
      needs
      failure
      encoding
      separator
      headerRow
      dateOrder
      isFull
      asOf
      createdAt
      appliedAt
      errors
      columns {
        index
        heading
        samples
        field
      }
      difference {
        present
        touched
        unchanged
        leftOutRows
        skippedFormers
        leavers
        needsConfirmation
        changes {
          kind
          count
        }
      }
      problems {
        kind
        isError
        title
        advice
        count
        isIgnored
        rows {
          rowNo
          value
          message
        }
      }
      preview {
        rowNo
        employeeNo
        name
        email
        title
        unit
        location
        manager
        status
      }
      places {
        code
        name
        timeZone
        source
        people
      }
    }
  }
`);

export const ChangeMapping = graphql(`
  mutation ChangeImportMapping($input: ChangeImportMappingInput!) {
    changeImportMapping(input: $input) {
      ... on ImportPayload {
        run {
          id
          state
        }
      }
      ... on ImportRefusal {
        message
        field
        code
      }
    }
  }
`);
