import { graphql } from '@flipside/platform-web';

graphql(`
  fragment GuardrailsFields on Guardrails {
    version
    dos
    donts
    rules {
      dataClass
      rule
    }
    tools {
      id
      name
      purpose
      highestClass
    }
    ownerId
    ownerName
    trustId
    trustName
    viewerReadAt
    viewerCanChange
  }
`);

export const GuardrailsQuery = graphql(`
  query Guardrails {
    guardrails {
      ...GuardrailsFields
    }
  }
`);

export const AcknowledgeMutation = graphql(`
  mutation AcknowledgeGuardrails {
    acknowledgeGuardrails {
      guardrails {
        ...GuardrailsFields
      }
    }
  }
`);

export const ChangeGuardrailsMutation = graphql(`
  mutation ChangeGuardrails($input: ChangeGuardrailsInput!) {
    changeGuardrails(input: $input) {
      ... on GuardrailsPayload {
        guardrails {
          ...GuardrailsFields
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

export const ConfidentialMessagesQuery = graphql(`
  query ConfidentialMessages {
    guardrails {
      version
      ownerName
      trustName
    }
    confidentialMessages {
      id
      kind
      fromName
      toName
      isMine
      body
      at
      answer
      answeredAt
    }
  }
`);

export const SendConfidentialMutation = graphql(`
  mutation SendConfidential($input: SendConfidentialInput!) {
    sendConfidential(input: $input) {
      ... on ConfidentialPayload {
        sent {
          id
          toName
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

export const AnswerConfidentialMutation = graphql(`
  mutation AnswerConfidential($input: AnswerConfidentialInput!) {
    answerConfidential(input: $input) {
      ... on ConfidentialPayload {
        sent {
          id
          answer
          answeredAt
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
