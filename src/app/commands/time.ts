// SPDX-License-Identifier: EUPL-1.2
import type { Weekday } from '../../city/clock';
import { goLive, goToTypical } from '../state/clock';
import type { Command, CommandSource } from './command';

/** Moments that one often wants: the present, and hours of a typical day. */
export const timeCommands: CommandSource = (t) => {
  const moment = (id: 'live' | 'rush' | 'evening' | 'night' | 'sunday', run: () => void): Command => ({
    id: `time-${id}`,
    group: 'time',
    title: t(`commands.time.${id}`),
    words: t(`commands.words.time`),
    run,
  });
  const typical = (weekday: Weekday, hour: number) => () => goToTypical(weekday, hour * 3600);
  return [
    moment('live', goLive),
    moment('rush', typical(3, 8.5)),
    moment('evening', typical(3, 18.5)),
    moment('night', typical(3, 23)),
    moment('sunday', typical(7, 11)),
  ];
};
