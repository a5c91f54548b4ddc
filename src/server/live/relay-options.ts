// SPDX-License-Identifier: EUPL-1.2
/** What a relay is told, and what it tells of itself. */
import type { Bounds } from '../../city/place';
import type { ConfiguredFeed } from './config';
import type { UpstreamLimits } from './poller';
import type { StreamLimits } from './stream';

export interface RelayLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export interface RelayOptions {
  readonly feeds: readonly ConfiguredFeed[];
  /** File URL of the module that exports FEEDS, for the parser's thread. */
  readonly shelf: string;
  readonly bounds: Bounds;
  /** Where last good rows and kept hours are. */
  readonly dataDir: string;
  readonly retentionH: number;
  /** Of the PostgreSQL that several instances share. */
  readonly databaseUrl?: string | undefined;
  readonly log?: RelayLog;
  readonly nowMs?: () => number;
  readonly random?: () => number;
  readonly limits?: RelayLimits;
}
/** Other than the usual ones: for tests. */
export interface RelayLimits {
  readonly upstream?: UpstreamLimits;
  readonly stream?: StreamLimits;
  readonly parserMs?: number;
  readonly flushMs?: number;
  readonly saveEveryMs?: number;
  readonly electMs?: number;
  readonly repairMs?: number;
  readonly reconnectMs?: number;
}

/** Of an upstream that does not do well, for `/healthz`. */
export interface FailingUpstream {
  readonly topic: string;
  readonly fault: string | null;
  readonly sinceMs: number;
  readonly lastGoodMs: number | null;
}

export interface RelayHealth {
  /** Browsers that listen, and those that were dropped because they did not read. */
  readonly clients: number;
  readonly dropped: number;
  /** What keeps the instances apart, why in the log alone; null: nothing, or there is only one. */
  readonly database: string | null;
  readonly failing: readonly FailingUpstream[];
}
