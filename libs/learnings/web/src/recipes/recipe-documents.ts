import { graphql } from '@flipside/platform-web';
import type { RecipeFieldsFragment } from '@flipside/platform-web/gql';

graphql(`
  fragment RecipeFields on Recipe {
    id
    track
    pathStep
    topics
    state
    reviewBy
    ownerName
    usedCount
    worksCount
    failsCount
    workedWith
    workedAt
    viewerSaysWorks
    viewerCanChange
    latest {
      version
      title
      aim
      minutes
      dataClass
      steps
      prompt
      expectedResult
      goodLooksLike
      changedByName
      changedAt
    }
  }
`);

export type RecipeShown = RecipeFieldsFragment;

export const RecipesQuery = graphql(`
  query Recipes {
    recipes {
      ...RecipeFields
    }
  }
`);

export const RecipeQuery = graphql(`
  query Recipe($id: ID!) {
    recipe(id: $id) {
      ...RecipeFields
    }
    recipeVersions(id: $id) {
      version
      title
      aim
      minutes
      steps
      prompt
      expectedResult
      goodLooksLike
      changedByName
      changedAt
    }
  }
`);

export const SaveRecipeMutation = graphql(`
  mutation SaveRecipe($input: SaveRecipeInput!) {
    saveRecipe(input: $input) {
      ... on RecipePayload {
        recipe {
          id
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

export const ReportRecipeMutation = graphql(`
  mutation ReportRecipe($input: ReportRecipeInput!) {
    reportRecipe(input: $input) {
      ... on RecipePayload {
        recipe {
          id
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

export const ReviewRecipeMutation = graphql(`
  mutation ReviewRecipe($input: ReviewRecipeInput!) {
    reviewRecipe(input: $input) {
      ... on RecipePayload {
        recipe {
          id
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

export const CopyRecipeMutation = graphql(`
  mutation CopyRecipe($id: ID!) {
    copyRecipe(id: $id) {
      recipe {
        id
      }
    }
  }
`);

export const TRACKS: Record<RecipeShown['track'], string> = {
  STARTER: 'The first five sessions',
  EXECUTIVE: 'Your own work',
  THINKING: 'Thinking partner',
  MIRROR: 'Mirrors',
  LEADING: 'Leading people',
};

export const DATA_CLASS_NAMES = {
  PUBLIC: 'Public',
  INTERNAL: 'Internal',
  CONFIDENTIAL: 'Confidential',
  RESTRICTED: 'Restricted',
} as const;
