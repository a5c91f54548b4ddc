// SPDX-License-Identifier: EUPL-1.2
/** Several instances of the server, one of which asks an upstream for all. Alone there is no bus. */
import type { UpstreamState } from '../../city/live';
import type { Change } from './topic';

/** What an instance does for a topic when the bus says so. */
export interface Member {
  /** To ask the upstream, from now until `rest`. */
  lead(): void;
  rest(): void;
  /** What the one that leads has made of the upstream. `whole`: `changed` is all that there is. */
  follow(change: Change, upstream: UpstreamState | null, whole: boolean): void;
  /** All that this instance knows, for the others when it begins to lead. */
  everything(): { readonly change: Change; readonly upstream: UpstreamState };
}

export interface Bus {
  join(topic: string, member: Member): void;
  /** To the others, by the one that leads. */
  publish(topic: string, change: Change, upstream: UpstreamState): void;
  /** Whether the instances can be reached at all; in words for an operator where not. */
  readonly fault: string | null;
  close(): Promise<void>;
}
