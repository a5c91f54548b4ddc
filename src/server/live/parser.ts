// SPDX-License-Identifier: EUPL-1.2
/** Parsers of the shelf, off the main thread and with a deadline: a message that hangs one hangs no server. */
import type { DocumentRequest, Messages, ParseContext, Parsed } from '../../stream/feeds/feed';
import { UpstreamFault } from './fetch-document';
import { Thread, ThreadFault } from './thread';

export interface StepQuestion {
  /** File URL of the module that exports FEEDS. */
  readonly shelf: string;
  readonly feed: string;
  readonly url: string;
  readonly got: Messages;
  readonly context: ParseContext;
}
/** What the feed still needs, or what it made of what it got. */
export type Step =
  | { readonly needs: readonly DocumentRequest[]; readonly parsed?: undefined }
  | { readonly needs?: undefined; readonly parsed: Parsed };

const WORK = new URL('./parser-work.ts', import.meta.url).href;
const DEADLINE_MS = 5000;

export class Parser {
  readonly #thread = new Thread();
  constructor(
    private readonly shelf: string,
    private readonly deadlineMs = DEADLINE_MS,
  ) {}

  /** @throws UpstreamFault where the message cannot be read, or not in time */
  async step(question: Omit<StepQuestion, 'shelf'>): Promise<Step> {
    try {
      const input: StepQuestion = { ...question, shelf: this.shelf };
      return (await this.#thread.ask({ module: WORK, name: 'step', input }, this.deadlineMs)) as Step;
    } catch (error) {
      const words = error instanceof Error ? error.message : String(error);
      if (error instanceof ThreadFault && error.thrown === 'FeedFault')
        throw new UpstreamFault(words.slice(0, 300));
      throw new UpstreamFault(`the parser failed: ${words.slice(0, 300)}`);
    }
  }

  close(): Promise<void> {
    return this.#thread.close();
  }
}
