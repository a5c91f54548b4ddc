// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { FeedFault } from './feed';
import { context, jsonMessage, NOW_MS } from './fixtures/messages';
import { bearsMutations } from './fixtures/mutations';
import { presence } from './presence';

const CENTRE = { district: 1, residents: 950, workers: 4200.5, visitors: 0 };
const message = (districts: unknown, observedAt: unknown = '2026-03-25T08:00:00+01:00') => ({
  main: jsonMessage({ observedAt, districts }),
});

describe('presence by district', () => {
  it('has a row a district, and no number below five but zero', () => {
    const few = { district: 7, residents: 4, workers: null, visitors: 5 };
    expect(presence.parse(message([CENTRE, few]), context())).toEqual({
      rows: [
        { kind: 'presence', id: '1', atMs: NOW_MS, ...CENTRE },
        { kind: 'presence', id: '7', atMs: NOW_MS, district: 7, residents: null, workers: null, visitors: 5 },
      ],
      dropped: [],
      whole: true,
    });
    expect(presence.parse(message([CENTRE]), context({ leastPersons: 1000 })).rows).toMatchObject([
      { residents: null, workers: 4200.5 },
    ]);
  });

  it('drops what is no number, has no district or no time, or comes twice', () => {
    const fault = (...of: Parameters<typeof message>) =>
      presence.parse(message(...of), context()).dropped.map((one) => one.fault);
    expect(fault([{ ...CENTRE, workers: 'many' }])).toEqual(['bad-value']);
    expect(fault([{ ...CENTRE, workers: -1 }])).toEqual(['bad-value']);
    expect(fault([{ workers: 1 }])).toEqual(['no-id']);
    expect(fault([CENTRE], 'now')).toEqual(['no-time']);
    expect(fault([CENTRE, CENTRE])).toEqual(['duplicate']);
    expect(fault([CENTRE], '2026-03-25T09:00:00+01:00')).toEqual(['future']);
    expect(() => presence.parse(message({}), context())).toThrow(FeedFault);
  });

  it('bears 10,000 mutated messages', () => bearsMutations(presence, message([CENTRE]), context()));
});
