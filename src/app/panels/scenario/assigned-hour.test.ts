// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { shareOfAssignedHour } from '../../../city/assigned-hour';
import { hoursNote } from './assigned-hour';

describe('hours of a measure', () => {
  it.each([
    [450, 1170, null],
    [480, 540, null],
    [465, 510, 'part'],
    [510, 1170, 'part'],
    [485, 535, 'part'],
    [540, 1170, 'outside'],
    [300, 480, 'outside'],
  ] as const)('%s–%s: %s, as the model has it', (fromMin, toMin, note) => {
    expect(hoursNote('road-pricing', { fromMin, toMin })).toBe(note);
    const share = shareOfAssignedHour({ fromMin, toMin });
    expect(share === 1 ? null : share > 0 ? 'part' : 'outside').toBe(note);
  });

  it('of deliveries act by leaving the hour free', () =>
    expect(hoursNote('delivery-hours', { fromMin: 300, toMin: 420 })).toBeNull());
});
