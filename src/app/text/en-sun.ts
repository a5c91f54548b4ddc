// SPDX-License-Identifier: EUPL-1.2
import { WINDS } from './en-winds';

import type { sun as italian } from './it-sun';
import type { Same } from './same';

/** English words of the hours of sun, and of where the sun stands. */
export const sun: Same<typeof italian> = {
  title: 'Hours of sun',
  ask: {
    building: 'Hours of sun on the roof',
    greenery: 'Hours of sun in the green',
    outline: 'Hours of sun in this area',
    spot: 'Hours of sun at this point',
    district: 'Hours of sun in the district',
  },
  askDay: '{{what}}, {{date}}',
  running: 'Working out the hours of sun',
  share: 'Reading the buildings and following the shadows: {{share}}',
  cancel: 'Stop',
  cancelled: 'Stopped.',
  failed: 'The calculation did not get to its end.',
  again: 'Try again',
  done: 'Hours of sun worked out.',
  day: '{{date}}',
  value: '{{mean}} h of {{of}} h of day',
  valueRange: '{{mean}} h on average of {{of}} h of day; from {{least}} to {{most}} h depending on the spot',
  ground: 'On the ground, {{date}}',
  roofs: 'On the roofs, {{date}}',
  none: 'There is no surface here to measure.',
  noRoof: 'The 3D data do not have the roof of this building.',
  show: 'Show on the map',
  remove: 'Take off the map',
  legend: 'Hours of direct sun, {{date}}',
  classColumn: 'Hours',
  shareColumn: 'Surface',
  classes: {
    first: 'less than {{to}}',
    between: '{{from}} to {{to}}',
    last: '{{from}} and more',
  },
  note: 'Direct sun under a clear sky, from sunrise to sunset, in steps of {{minutes}} minutes, on cells of {{cell}}. Shadows are those of the buildings in the 3D data up to 1 km; flat ground.',
  noteTrees: 'Crowns of trees shade the ground as solid discs, in winter too.',
  noteGround: 'On the ground, open parts count: not those under buildings.',
  position: {
    up: 'The sun is {{elevation}}° above the horizon, towards the {{wind}} (azimuth {{azimuth}}°).',
    down: 'The sun is below the horizon.',
    times: 'It rises at {{rise}} and sets at {{set}}: {{hours}} h of day.',
    shadow: 'A building 10 m high casts a shadow of {{length}}.',
    wind: WINDS,
  },
};
