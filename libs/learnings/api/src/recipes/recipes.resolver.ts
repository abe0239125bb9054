import { CurrentViewer, Roles, type Viewer } from '@flipside/platform-api';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { asUnion } from '../learning-result.js';
import { ChangeRecipes } from './change-recipes.js';
import { RecipeReader } from './recipe.reader.js';
import {
  Recipe,
  RecipePayload,
  RecipeResult,
  RecipeVersion,
  ReportRecipeInput,
  ReviewRecipeInput,
  SaveRecipeInput,
} from './recipe.type.js';

const RECIPE = { type: () => ID, description: 'The recipe.' };

@Resolver()
export class RecipesResolver {
  constructor(
    private readonly recipesOf: RecipeReader,
    private readonly change: ChangeRecipes,
  ) {}

  @Roles('EMPLOYEE')
  @Query(() => [Recipe], { description: 'The library of recipes, without retired ones.' })
  recipes(@CurrentViewer() viewer: Viewer) {
    return this.recipesOf.all(viewer);
  }

  @Roles('EMPLOYEE')
  @Query(() => Recipe, { description: 'One recipe.' })
  recipe(@CurrentViewer() viewer: Viewer, @Args('id', RECIPE) id: string) {
    return this.recipesOf.one(viewer, id);
  }

  @Roles('EMPLOYEE')
  @Query(() => [RecipeVersion], { description: 'Every text a recipe has had, newest first.' })
  recipeVersions(@Args('id', RECIPE) id: string) {
    return this.recipesOf.versions(id);
  }

  @Roles('EMPLOYEE')
  @Query(() => [Recipe], { description: 'Recipes that need a look by the viewer.' })
  recipesToReview(@CurrentViewer() viewer: Viewer) {
    return this.recipesOf.toReview(viewer);
  }

  @Roles('HR_LEAD', 'CHAMPION')
  @Mutation(() => RecipeResult, { description: 'Adds a recipe, or a new version of one.' })
  async saveRecipe(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The recipe.' }) input: SaveRecipeInput,
  ) {
    const result = await this.change.save(viewer, input);
    return asUnion(result, async (id) => ({ recipe: await this.recipesOf.one(viewer, id) }));
  }

  @Roles('EMPLOYEE')
  @Mutation(() => RecipeResult, { description: 'Says whether a recipe works.' })
  async reportRecipe(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The report.' }) input: ReportRecipeInput,
  ) {
    const result = await this.change.report(viewer, input);
    return asUnion(result, async (id) => ({ recipe: await this.recipesOf.one(viewer, id) }));
  }

  @Roles('EMPLOYEE')
  @Mutation(() => RecipeResult, {
    description: 'Confirms or retires a recipe the viewer looks after.',
  })
  async reviewRecipe(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The decision.' }) input: ReviewRecipeInput,
  ) {
    const result = await this.change.review(viewer, input);
    return asUnion(result, async (id) => ({ recipe: await this.recipesOf.one(viewer, id) }));
  }

  @Roles('EMPLOYEE')
  @Mutation(() => RecipePayload, { description: 'Counts that the words of a recipe were copied.' })
  async copyRecipe(@CurrentViewer() viewer: Viewer, @Args('id', RECIPE) id: string) {
    await this.change.countUse(id);
    return { recipe: await this.recipesOf.one(viewer, id) };
  }
}
