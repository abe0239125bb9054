import { CurrentViewer, Roles, type Viewer } from '@flipside/platform-api';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { asUnion } from '../learning-result.js';
import { ConfidentialBox } from './confidential.js';
import { GuardrailsBook } from './guardrails.js';
import {
  AnswerConfidentialInput,
  ChangeGuardrailsInput,
  ChangeGuardrailsResult,
  ConfidentialMessage,
  ConfidentialResult,
  Guardrails,
  GuardrailsPayload,
  SendConfidentialInput,
} from './guidance.type.js';

@Resolver()
export class GuidanceResolver {
  constructor(
    private readonly book: GuardrailsBook,
    private readonly box: ConfidentialBox,
  ) {}

  @Roles('EMPLOYEE')
  @Query(() => Guardrails, { description: 'What may and may not be done with AI here.' })
  guardrails(@CurrentViewer() viewer: Viewer) {
    return this.book.read(viewer);
  }

  @Roles('EMPLOYEE')
  @Query(() => [ConfidentialMessage], {
    description: 'Boundary questions and concerns the viewer sent or received, at most 100.',
  })
  confidentialMessages(@CurrentViewer() viewer: Viewer) {
    return this.box.mine(viewer);
  }

  @Roles('EMPLOYEE')
  @Mutation(() => GuardrailsPayload, { description: 'The viewer has read the guardrails.' })
  async acknowledgeGuardrails(@CurrentViewer() viewer: Viewer) {
    await this.book.acknowledge(viewer);
    return { guardrails: await this.book.read(viewer) };
  }

  @Roles('HR_LEAD')
  @Mutation(() => ChangeGuardrailsResult, { description: 'Changes the guardrails for everybody.' })
  async changeGuardrails(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The guardrails.' }) input: ChangeGuardrailsInput,
  ) {
    const result = await this.book.change(viewer, input);
    return asUnion(result, async () => ({ guardrails: await this.book.read(viewer) }));
  }

  @Roles('EMPLOYEE')
  @Mutation(() => ConfidentialResult, {
    description: 'Asks the named owner, or the person of trust. Nobody else can read it.',
  })
  async sendConfidential(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The message.' }) input: SendConfidentialInput,
  ) {
    const result = await this.box.send(viewer, input);
    return asUnion(result, async (id) => ({ sent: await this.box.one(viewer, id) }));
  }

  @Roles('EMPLOYEE')
  @Mutation(() => ConfidentialResult, {
    description: 'Answers a message that the viewer received.',
  })
  async answerConfidential(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The answer.' }) input: AnswerConfidentialInput,
  ) {
    const result = await this.box.answer(viewer, input);
    return asUnion(result, async (id) => ({ sent: await this.box.one(viewer, id) }));
  }
}
