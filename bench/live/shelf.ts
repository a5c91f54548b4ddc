// SPDX-License-Identifier: EUPL-1.2
import type { Feed } from '../../src/stream/feeds/feed';
import { gbfs } from '../../src/stream/feeds/gbfs';

/** For the parser's thread. */
export const FEEDS: readonly Feed[] = [gbfs];
