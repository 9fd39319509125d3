/**
 * Answers that the client shows: told apart by the question, remembered as they were given. Once one of them would be
 * another, the client is told, and what it was shown is forgotten: what it does not ask for again costs nothing.
 */
export class FollowedAnswers {
  readonly #schedule: (task: () => void, milliseconds: number) => void;
  readonly #tell: () => void;
  readonly #given = new Map<string, Given>();
  #isPlanned = false;
  /** What looking took the last time, in milliseconds: most of the time is left to what somebody waits for. */
  #cost = 0;

  /**
   * @param schedule runs a task later
   * @param tell says to the client that it should ask again
   */
  constructor(schedule: (task: () => void, milliseconds: number) => void, tell: () => void) {
    this.#schedule = schedule;
    this.#tell = tell;
  }

  /**
   * Answers a question, and follows it from then on.
   * @param digestOf what of the answer the client is to be told of; all of it unless told
   */
  async answer<Answer>(
    question: string,
    ask: () => Answer | Promise<Answer>,
    digestOf: (answer: Answer) => unknown = (answer) => answer,
  ): Promise<Answer> {
    const digest = (answer: Answer): string => JSON.stringify(digestOf(answer)) ?? '';
    const answer = await ask();
    this.#given.set(question, { digest: digest(answer), now: async () => digest(await ask()) });
    return answer;
  }

  /** The client shows it no longer. */
  forget(question: string): void {
    this.#given.delete(question);
  }

  /** Something has changed: looks soon whether an answer would be another now. */
  changed(): void {
    if (this.#given.size === 0 || this.#isPlanned) return;
    this.#isPlanned = true;
    this.#schedule(() => void this.#look(), Math.max(delay, this.#cost * 10));
  }

  /** One answer at a time, so that whoever types does not wait for all of them. */
  async #look(): Promise<void> {
    const start = Date.now();
    this.#isPlanned = false;
    for (const given of this.#given.values()) {
      const now = await given.now().catch(() => given.digest);
      if (now !== given.digest) {
        this.#given.clear();
        this.#tell();
        break;
      }
      await new Promise<void>((resolve) => this.#schedule(resolve, 0));
    }
    this.#cost = Date.now() - start;
  }
}

interface Given {
  readonly digest: string;
  /** The digest of what would be answered now. */
  readonly now: () => Promise<string>;
}

/** After the moment in which the model takes changes in; in milliseconds. */
const delay = 300;
