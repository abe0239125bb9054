import { graphql } from '@flipside/platform-web';

/** Everything the page of one import shows. */
export const ImportRun = graphql(`
  query ImportRun($id: ID!) {
    importRun(id: $id) {
      id
      fileName
      state
      step
      rows
      rowsDone
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
      places {
        code
        name
        timeZone
        source
        people
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
        level
        status
      }
    }
    importFields {
      field
      label
    }
  }
`);

export const ChangeImportMapping = graphql(`
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

export const CancelImport = graphql(`
  mutation CancelImport($input: CancelImportInput!) {
    cancelImport(input: $input) {
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

export const ApplyImport = graphql(`
  mutation ApplyImport($input: ApplyImportInput!) {
    applyImport(input: $input) {
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
