import { graphql } from '@flipside/platform-web';

graphql(`
  fragment PlanFields on QuarterPlan {
    id
    startsOn
    endsOn
    state
    progress
    failure
    plannedAt
    publishAt
    publishedAt
    version
    alreadyBooked
    counts {
      total
      placed
      unplaced
      booked
      dropped
      locked
      withDateLeftOut
      sessions
      moved
      gained
      lost
      joined
    }
  }
`);

export const PlanningPageDocument = graphql(`
  query PlanningPage {
    quarterPlan {
      ...PlanFields
    }
  }
`);

export const StartQuarterPlan = graphql(`
  mutation StartQuarterPlan($input: StartQuarterPlanInput!) {
    startQuarterPlan(input: $input) {
      ... on QuarterPlanPayload {
        plan {
          ...PlanFields
        }
      }
      ... on SessionRefusal {
        message
        field
        code
      }
    }
  }
`);

export const PlanQuarterAgain = graphql(`
  mutation PlanQuarterAgain($input: QuarterPlanChangeInput!) {
    planQuarterAgain(input: $input) {
      ... on QuarterPlanPayload {
        plan {
          ...PlanFields
        }
      }
      ... on SessionRefusal {
        message
        field
        code
      }
    }
  }
`);

export const PublishQuarterPlan = graphql(`
  mutation PublishQuarterPlan($input: PublishQuarterPlanInput!) {
    publishQuarterPlan(input: $input) {
      ... on QuarterPlanPayload {
        plan {
          ...PlanFields
        }
      }
      ... on SessionRefusal {
        message
        field
        code
      }
    }
  }
`);

export const StopPublishingPlan = graphql(`
  mutation StopPublishingPlan($input: QuarterPlanInput!) {
    stopPublishingPlan(input: $input) {
      ... on QuarterPlanPayload {
        plan {
          ...PlanFields
        }
      }
      ... on SessionRefusal {
        message
        field
        code
      }
    }
  }
`);

export const DiscardQuarterPlan = graphql(`
  mutation DiscardQuarterPlan($input: QuarterPlanInput!) {
    discardQuarterPlan(input: $input) {
      ... on QuarterPlanPayload {
        plan {
          ...PlanFields
        }
      }
      ... on SessionRefusal {
        message
        field
        code
      }
    }
  }
`);
