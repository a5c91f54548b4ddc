// SPDX-License-Identifier: EUPL-1.2
import { beforeEach, describe, expect, it } from 'vitest';
import { settled } from './fixtures/fake-clock';
import { FakeChannels } from './fixtures/fake-page';

describe('tabs of one browser', () => {
  let channels: FakeChannels;
  beforeEach(() => {
    channels = new FakeChannels();
  });

  it('hear what the others have kept, and not themselves', async () => {
    const [one, other] = [channels.tabs(), channels.tabs()];
    const heard: string[] = [];
    one.hear((id) => heard.push(`one ${id}`));
    const stop = other.hear((id) => heard.push(`other ${id}`));
    one.say('a');
    await settled();
    stop();
    one.say('b');
    other.say('c');
    await settled();
    expect(heard).toEqual(['other a', 'one c']);
  });

  it('know how many have the same scenario, also those that were there before', async () => {
    const [one, two] = [channels.tabs(), channels.tabs()];
    const counts: number[] = [];
    one.watch((others) => counts.push(others));
    one.show('a');
    two.show('a');
    await settled();
    const page = new EventTarget();
    const three = channels.tabs(page);
    let ofThree = -1;
    three.watch((others) => {
      ofThree = others;
    });
    three.show('a');
    await settled();
    expect([counts.at(-1), ofThree]).toEqual([2, 2]);
    two.show('b');
    page.dispatchEvent(new Event('pagehide'));
    await settled();
    expect(counts.at(-1)).toBe(0);
    page.dispatchEvent(new Event('pageshow'));
    await settled();
    expect([counts.at(-1), ofThree]).toEqual([1, 1]);
  });
});
