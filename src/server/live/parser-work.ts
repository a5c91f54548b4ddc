// SPDX-License-Identifier: EUPL-1.2
/** One step of a feed, inside the parser's thread. */
import type { Feed } from '../../stream/feeds/feed';
import type { Step, StepQuestion } from './parser';

export async function step({ shelf, feed: id, url, got, context }: StepQuestion): Promise<Step> {
  const { FEEDS } = (await import(shelf)) as { FEEDS: readonly Feed[] };
  const feed = FEEDS.find((one) => one.id === id);
  if (!feed) throw new Error(`no feed "${id}" on the shelf`);
  const needs = feed.documents ? feed.documents(url, got, context) : got.main ? [] : [{ name: 'main', url }];
  return needs.length > 0 ? { needs } : { parsed: feed.parse(got, context) };
}
