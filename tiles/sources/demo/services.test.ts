// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { openState, parseOpeningHours } from '../../../src/city/opening-hours';
import { LIBRARY_HOURS, OFFICE_HOURS, PHARMACY_HOURS } from './services';

describe('opening hours of the demo', () => {
  it.each([...new Set([...LIBRARY_HOURS, ...PHARMACY_HOURS, OFFICE_HOURS])])('“%s” are read', (text) => {
    const hours = parseOpeningHours(text)!;
    // All are open on a Wednesday morning.
    expect(openState(hours, 3, 10 * 3600)).toMatchObject({ open: true });
  });

  it('leave one pharmacy in ten open at night, and no library', () => {
    const atNight = (texts: readonly string[]) =>
      texts.filter((text) => openState(parseOpeningHours(text)!, 3, 3 * 3600).open).length / texts.length;
    expect(atNight(PHARMACY_HOURS)).toBe(0.1);
    expect(atNight(LIBRARY_HOURS)).toBe(0);
    expect(parseOpeningHours(OFFICE_HOURS)!.byAppointment).toBe(true);
  });
});
