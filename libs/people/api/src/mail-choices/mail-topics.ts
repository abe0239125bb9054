import type { MailTopic } from '@flipside/people-domain';

/** Every topic of every context that readers may choose about, in the order in which they are shown. */
export class MailTopics {
  readonly #topics = new Map<string, MailTopic>();

  register(...topics: readonly MailTopic[]): void {
    for (const topic of topics) {
      if (this.#topics.has(topic.id)) throw new Error(`Two topics want the name ${topic.id}`);
      this.#topics.set(topic.id, topic);
    }
  }

  get(id: string): MailTopic | undefined {
    return this.#topics.get(id);
  }

  all(): readonly MailTopic[] {
    return [...this.#topics.values()].sort((a, b) => a.order - b.order);
  }

  /** The topics of a mail: those that it carries, or the one that its kind belongs to. */
  ofMail(mail: { readonly kind: string; readonly topics: readonly string[] }): MailTopic[] {
    if (mail.topics.length > 0) return mail.topics.flatMap((id) => this.#topics.get(id) ?? []);
    return this.all().filter(({ mailKinds }) => mailKinds?.includes(mail.kind));
  }
}
