// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { type Estimate, keptEstimate } from './estimate';
import type { Sentence, Topic } from './summary';
import { sideOf, toldFirst, weightOf } from './told-first';

const estimate = (value: number, halfWidth: number): Estimate =>
  keptEstimate({ value, low: value - halfWidth, high: value + halfWidth, sameSign: 1, draws: 8 });

function sentence(
  topic: Topic,
  direction: Sentence['direction'],
  { value = 0, halfWidth = 0, share = 0 }: { value?: number; halfWidth?: number; share?: number } = {},
  more: Partial<Sentence> = {},
): Sentence {
  return {
    ...{
      topic,
      direction,
      unit: 'km',
      districts: null,
      most: null,
      outside: null,
      tripsH: topic === 'districts' ? 1000 : null,
    },
    change: estimate(value, halfWidth),
    share: share === 0 ? null : estimate(share, 0),
    ...more,
  };
}

describe('how much a sentence counts', () => {
  it('is its size against what people feel and against its interval', () => {
    // Twice what is felt; an interval of ± 100 about 100 makes it half as clear.
    const doubtful = sentence('traffic', 'less', { value: -100, halfWidth: 100, share: -0.04 });
    expect(weightOf(doubtful)).toBeCloseTo(2 * 0.5, 12);
    const sharp = sentence('traffic', 'less', { value: -100, share: -0.04 });
    expect(weightOf(sharp)).toBeCloseTo(2, 12);
    // Three minutes more of way: three times; half an hour: five times at most.
    expect(weightOf(sentence('schoolWay', 'more', { value: 3 }))).toBeCloseTo(3, 12);
    expect(weightOf(sentence('schoolWay', 'more', { value: 30 }))).toBe(5);
  });

  it('is of gains and losses by what they are for each trip', () => {
    // 900 € over 6,000 trips are 15 cents a trip: three times what is felt.
    expect(weightOf(sentence('districts', 'less', { value: -900 }, { tripsH: 6000 }))).toBeCloseTo(3, 12);
    expect(weightOf(sentence('districts', 'less', { value: -900 }, { tripsH: 600_000 }))).toBeCloseTo(
      0.03,
      12,
    );
  });

  it('is nothing where no change is told', () => {
    expect(weightOf(sentence('traffic', 'unclear', { value: -9000, share: -0.5 }))).toBe(0);
    expect(weightOf(sentence('traffic', 'none', { value: 0 }))).toBe(0);
  });
});

describe('what is told first', () => {
  const topics = (sentences: readonly Sentence[]) => toldFirst(sentences).map(({ topic }) => topic);
  const air = sentence('air', 'less', { value: -10, share: -0.09 });
  const traffic = sentence('traffic', 'less', { value: -10, share: -0.08 });
  const time = sentence('time', 'less', { value: -10, share: -0.06 });
  const transit = sentence('transit', 'more', { value: 10, share: 0.01 });

  it('is what counts most', () =>
    expect(topics([transit, time, traffic, air])).toEqual(['traffic', 'air', 'time', 'transit']));

  it('is of time what is lost where the time in cars goes the same way', () => {
    const inCars = sentence('carHours', 'less', { value: -10, share: -0.2 });
    expect(topics([time, inCars, transit])).toEqual(['time', 'transit', 'carHours']);
  });

  it('is the time in cars where streets only grow slower: less is lost against them, and ways take longer', () => {
    const inCars = sentence('carHours', 'more', { value: 10, share: 0.04 });
    expect(topics([traffic, time, inCars, air])).toEqual(['traffic', 'air', 'carHours', 'time']);
    // Nor is it the other side of anything.
    const losers = sentence('districts', 'less', { value: -900, share: -0.1 });
    const dirt = sentence('air', 'more', { value: 10, share: 0.09 });
    expect(topics([time, inCars, dirt, losers]).at(-1)).toBe('time');
  });

  it('is never one side alone, where something surely goes the other way', () => {
    const losers = sentence(
      'districts',
      'less',
      // A cent a trip.
      { value: -10 },
      { districts: { gain: 0, lose: 3, unclear: 0, same: 97 } },
    );
    expect(sideOf(losers)).toBe('worse');
    expect(topics([traffic, time, air, losers])).toEqual(['traffic', 'air', 'districts', 'time']);
    // What cannot be told takes nobody's place.
    expect(topics([traffic, time, air, { ...losers, direction: 'unclear' }])).toEqual([
      'traffic',
      'air',
      'time',
      'districts',
    ]);
  });

  it('is not what nobody would notice, only for being the other side', () => {
    // Four tenths of a cent a trip: half a cent is the least.
    const losers = sentence('districts', 'less', { value: -4 });
    expect(topics([traffic, time, air, losers])).toEqual(['traffic', 'air', 'time', 'districts']);
  });

  it('takes the other side’s place also where some are neither for better nor for worse', () => {
    const entries = sentence('areaC', 'less', { value: -10, share: -0.1 });
    const riders = sentence('transit', 'more', { value: 10, share: 0.06 });
    expect([entries, riders].map(sideOf)).toEqual([null, null]);
    expect(topics([traffic, entries, riders])).toEqual(['areaC', 'traffic', 'transit']);
    const losers = sentence('districts', 'less', { value: -10 });
    expect(topics([traffic, entries, riders, losers])).toEqual(['areaC', 'traffic', 'districts', 'transit']);
  });

  it('keeps what is no change for last, and loses nothing', () =>
    expect(
      topics([sentence('time', 'none'), sentence('traffic', 'unclear', { value: 1, halfWidth: 5 }), air]),
    ).toEqual(['air', 'traffic', 'time']));
});
