// SPDX-License-Identifier: EUPL-1.2
import type { sheet as it } from './it-sheet';
import type { Same } from './same';

export const sheet: Same<typeof it> = {
  title: 'Sheet: {{name}}',
  close: 'Close the sheet',
  print: 'Print (A4)',
  of: 'NIL {{id}} · {{area}} · sheet of {{date}}',
  people: 'People in {{year}}',
  ages: '{{minors}} under 18, {{aged65Plus}} aged 65 and over',
  residents: 'Residents',
  forecast: 'Forecast, with the interval that it lies in eight times in ten',
  forecastOf: 'Persons, {{from}} to {{to}}',
  year: 'Year',
  waiting: 'The forecast is being worked out: wait before you print.',
  noForecast: 'Of this district the forecast is not disclosed, or cannot be made.',
  homes: 'Homes',
  buildings: 'Buildings',
  medianYear: 'Half of the buildings of known year are of',
  yearKnown: '{{year}} or before ({{n}} of known year)',
  schools: 'Schools and services',
  pupils: 'Pupils that the schools state',
  green: 'Green and streets',
  parks: 'Parks, gardens and woods',
  parksValue: '{{n}} areas, {{area}}',
  perResident: 'Green for each resident',
  streets: 'Main streets',
  shops: 'Shops, bars and restaurants',
  unknown: 'not known',
  sources: 'Data, of which figures without an interval are counts – {{sources}}',
  footer: 'Gemello Milano. “Not disclosed” is not zero: so few people that saying it would give them away.',
};
