// SPDX-License-Identifier: EUPL-1.2
/** Whether a service is open, in words. */
import type { TFunction } from 'i18next';
import type { Moment, Weekday } from '../../../city/clock';
import { type OpeningHours, openState } from '../../../city/opening-hours';
import type { Formats } from '../../text/format';

const DAY_KEYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/** "Aperto fino alle 15:30", "Chiuso, apre lunedì alle 8:30". */
export function openingText(
  hours: OpeningHours,
  { weekday, secondOfDay }: Pick<Moment, 'weekday' | 'secondOfDay'>,
  t: TFunction,
  format: Formats,
): string {
  const state = openState(hours, weekday, secondOfDay);
  const words = (at: { weekday: Weekday; minute: number }) => ({
    day: t(`places.hours.day.${DAY_KEYS[at.weekday - 1]!}`),
    time: format.clock(at.minute),
  });
  if (state.open) {
    if (!state.until) return t('places.hours.open');
    const until = words(state.until);
    return state.until.weekday === weekday
      ? t('places.hours.openUntil', until)
      : t('places.hours.openUntilDay', until);
  }
  if (!state.opens) return t('places.hours.closed');
  const opens = words(state.opens);
  if (state.opens.days === 0) return t('places.hours.opensToday', opens);
  return t(state.opens.days === 1 ? 'places.hours.opensTomorrow' : 'places.hours.opensDay', opens);
}
