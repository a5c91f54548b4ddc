// SPDX-License-Identifier: EUPL-1.2
/** English words of the window "How good is the model?". */
import type { model as italian } from './it-model';
import type { Same } from './same';

export const model: Same<typeof italian> = {
  title: 'How good is the model?',
  close: 'Close “How good is the model?”',
  content: 'Tests of the model',
  intro:
    'A model is worth the tests it passes. Here what it says stands beside what was counted or published in Milan: where it is wrong is written, as where it is right. Every computed figure has its interval: 8 draws in 10 fall within it, that is 8 in 10 calculations made under different assumptions. It does not say how probably reality does: the tests show that.',
  loading: 'Reading the city’s data…',
  failed: 'The test did not finish. {{detail}}',
  retry: 'Try again',
  inputFault:
    '{{what}} Whoever prepares the city must correct the data and build it again. Technical detail: {{detail}}.',
  short: {
    title: 'In short',
    predictions:
      'Changes, on data the model had never seen: {{n}} of {{of}} have what was observed in the interval.',
    directions:
      'Start of Area C: the direction is right in {{n}} of the {{of}} half-hours that changed by more than 10%.',
    outside: 'Outside the interval: {{names}}. The reason is written beside each.',
    levels: 'Levels, of traffic to begin with: {{n}} of {{of}} have the published figure in the interval.',
    levelsOutside: 'Outside: {{names}}. So read changes in per cent, not totals.',
    levelOff: '{{name}} ({{difference}})',
    levelsSynthetic:
      'Levels, of traffic to begin with: they cannot be tested on demonstration data. On Milan’s data the computed entries stay below those counted: read changes in per cent, not totals.',
    levelsWaiting: 'Levels, of traffic to begin with: the comparison is under way, below.',
    levelsMissing: 'Levels, of traffic to begin with: the comparison is missing; why is said below.',
    otherHours: 'the hours without charge at the start of Area C',
  },
  areaC: {
    title: 'Area C, half-hour by half-hour',
    body: 'Area C’s charge began on 16 January 2012; the gates had been counting since the 9th. The model is fitted to the counts of January to June of that year alone: it has never seen September.',
    absentTitle: 'The counts by half-hour are not here',
    absent:
      'They are in the file “Ingressi in Area C ogni mezz’ora”, 2012, of the Comune di Milano (open data portal, CC BY 4.0): put it into the data folder and build the city again. Without it only published changes are compared, below.',
    fault: 'The counts are here but cannot be used: {{detail}}. Only published changes are compared.',
    start: 'Start of the charge: the model is fitted to this',
    suspension: 'Return of the charge after its suspension: predicted, not fitted',
    startDays:
      'Before: {{before}} working days, 9–13 January 2012, no charge. After: {{after}} working days, 16 January–29 February, with the charge.',
    suspensionDays:
      'Before: {{before}} working days, 3–14 September 2012, charge suspended by the court. After: {{after}} working days, 17–28 September, with the charge (until 18:00 on Thursdays).',
    counted: 'All vehicles counted at the gates, mean per day.',
    charged: 'Charged hours, 7:30–19:30',
    other: 'The other hours of the day',
    change: 'counted {{observed}}, the model {{modelled}} (from {{low}} to {{high}})',
    inside: 'inside the interval',
    outside: 'outside the interval',
    otherOutside:
      'Outside the charged hours the counted rise is another: those who travel earlier or later, and those who come in more because the evening is free, are seen by the model only in part.',
    error: 'Root mean square error: {{n}} vehicles per half-hour.',
    season: 'Of which season and schools: {{percent}} in charged hours.',
    directions: 'Right direction in {{n}} of the {{of}} half-hours that changed by more than 10%.',
    held: 'In {{n}} of {{of}} half-hours the count is in the interval.',
    wrong: 'Wrong direction at {{times}}.',
  },
  chart: {
    label:
      'Vehicles that entered Area C by half-hour. In charged hours: before {{before}}, after {{after}} counted and {{modelled}} by the model.',
    axis: 'vehicles per half-hour',
    hours: 'charged',
    before: 'Counted before',
    after: 'Counted after',
    modelled: 'Model, with the 80% interval',
    table: 'The same numbers as a table',
    time: 'Half-hour',
    low: 'Model, from',
    value: 'Model',
    high: 'Model, to',
  },
  predictions: {
    title: 'Three changes that the model had not seen',
    body: 'Fitted to the start of 2012, the model predicts what came later without touching a parameter. Every comparison says which hours and which vehicles it counts.',
    axis: 'change of entries',
    observed: 'Observed',
    modelled: 'Model, with the 80% interval',
    naive: 'Naive model',
    label: '{{name}}: observed {{observed}}, model {{modelled}}, interval from {{low}} to {{high}}.',
    inside:
      'Inside the interval: observed {{observed}}, the model gives {{modelled}} (from {{low}} to {{high}}).',
    outside:
      'Outside the interval: observed {{observed}}, the model gives {{modelled}} (from {{low}} to {{high}}). Why: {{why}}',
    naiveSays: 'With one class of travellers and one value of time one would say {{naive}}.',
    fitted: 'fitted',
    unseen: 'predicted',
    notes: 'What it rests on',
    source: 'Source: {{source}}',
    name: {
      'start-2012': 'Start of Area C, January 2012',
      'suspension-2012': 'Return of the charge, September 2012',
      'lpg-diesel-2017': 'LPG and CNG pay, diesel Euro 4 out: February 2017',
      'price-2023': 'From €5 to €7.50: October 2023',
    },
    against: {
      'start-2012': '16 January–29 February against 9–13 January',
      'suspension-2012': '17–28 September against 3–14 September, without charge',
      'lpg-diesel-2017': 'after against before: from 95,000 to 88,000 a day',
      'price-2023': 'November against October: from 139,000 to 133,000 a day',
    },
    note: {
      'season-from-dawn-and-schools':
        'The season is estimated from the entries between 5 and 7, which the charge does not touch, and from the school calendar.',
      'outside-without-season':
        'It hangs on the season: without that correction the interval would go from −32% to −21% and miss what was counted.',
      'thursdays-until-18': 'Since September 2012 the charge ends at 18:00 on Thursdays.',
      'new-payers-assumed':
        'How many vehicles ran on LPG, CNG or were diesel Euro 4 is not published: these are assumptions, with their interval.',
      'trend-assumed':
        'How much traffic changes by itself from year to year is an assumption: between −2% and +2%.',
      'prices-of-2012': 'Prices are in euros of 2012 by inflation, from memory.',
      'paying-share-assumed':
        'The share of entries that pay is an assumption: between 42% and 56% (49% by AMAT, earlier years).',
      'season-of-2012': 'The step from October to November is the one counted in 2012.',
      'year-on-year-near-zero':
        'Against the same weeks of 2022 the published change is about zero: the −4% is against October.',
    },
    why: {
      'habits-not-modelled':
        'habits. Who has changed mode or hour in six months does not go back in two weeks, and the model has no memory.',
      'shares-not-known':
        'how many vehicles the new rules touched is not known, and the model assumes a share.',
      'eleven-years-not-modelled':
        'eleven years. Between 2012 and 2023 vehicles, metro lines and work from home have changed, and the model of the response stands at 2012.',
    },
  },
  base: {
    title: 'The city to begin with: how many cars, how fast',
    body: 'The traffic of a weekday between 8 and 9, before any measure, beside published totals. It is no calibration street by street: there are no counts by street here.',
    waiting: 'Computing this city’s traffic equilibrium: {{n}} of {{of}}…',
    preparing: 'Preparing this city’s demand and network…',
    progress: 'Progress of the test',
    cordons: 'Entries counted at the borders',
    speeds: 'Speed of cars',
    calibration: 'Calibration of demand',
    calibrationBody:
      'The demand to begin with is built on these values: that they agree is no test but a check. Where “test” is written the model was not fitted.',
    calibrationCaption:
      'Values after fitting, with the parameters at their central value: by construction without an interval.',
    figure: 'Quantity',
    observed: 'Observed',
    modelled: 'Model',
    fitted: 'fitted',
    check: 'test',
    outside:
      'Outside the interval: observed {{observed}}, the model gives {{modelled}} (from {{low}} to {{high}}), {{difference}} against the observed.',
    observedMark: 'Observed (zero: the model is exact)',
    cordonsWhy:
      'Why, as far as is known: jobs by district are estimated, and with them who goes to the centre; taxis, motorcycles and delivery rounds that enter several times are no trips of the model; the years of the counts are not that of the demand (2022). Where the total is far off, changes in per cent are the better reading.',
    capacity:
      'The capacity of the streets is multiplied by {{scale}} so that the rush-hour speed agrees: OpenStreetMap does not say how many lanes most streets have, and minor ones, which are not modelled, carry a part of the traffic. Therefore the rush-hour speed is no test.',
    synthetic:
      'Demonstration data: streets and buildings are made up. These figures show how the model works, not how good it is for Milan.',
    noCity: 'This part is missing. {{detail}}',
    noAreaC: 'This city has no outline of Area C in its data: its entries are not compared.',
    name: {
      'area-c-hour': 'Entries into Area C, 2012',
      'area-c-charged': 'Entries into Area C, 2021',
      'area-c-day': 'Entries into Area C, October 2023',
      'city-border-day': 'Entries into the city, 2023',
      'streets-rush': 'Streets of the city, 2023',
      'centre-day': 'Centre, 2022',
    },
    note: {
      'area-c-hour': 'Mean of 32 working days with the charge, 16 January–29 February.',
      'area-c-charged': 'The model gives the hour 8–9; the day follows the profile counted in 2012.',
      'area-c-day': 'The model gives the hour 8–9; the day follows the profile counted in 2012.',
      'city-border-day':
        'Passages at the gates of Area B, which is not quite the municipal border; the model counts who crosses the latter.',
      'streets-rush': 'Without motorways and ring roads. The model: 8–9.',
      'centre-day':
        'Observed at all hours, modelled between 8 and 9: less is to be expected. Centre: 5 km about the Duomo, an assumption.',
    },
    hours: {
      'hour-8-9': '8–9',
      'charged-hours': 'charged hours',
      '24-hours': '24 hours',
      'rush-hours': 'rush hours',
    },
    vehicles: {
      'all-vehicles': 'all vehicles',
      'chargeable-vehicles': 'chargeable vehicles',
      cars: 'cars',
    },
    unit: {
      'veh/h': '{{n}} vehicles/h',
      'veh/day': '{{n}} vehicles a day',
      'km/h': '{{n}} km/h',
      'per resident and day': 'per resident and day',
    },
    target: {
      'transit-inside': 'Public transport, trips within the city',
      'car-inside': 'Car, trips within the city',
      'motorcycle-inside': 'Motorcycle, trips within the city',
      'active-inside': 'On foot and by bicycle, trips within the city',
      'bicycle-inside': 'Bicycle, trips within the city',
      'transit-across': 'Public transport, across the border',
      'car-across': 'Car, across the border',
      'motorcycle-across': 'Motorcycle, across the border',
      'trips-inside': 'Trips within the city',
      'trips-across': 'Trips across the border',
      systematic: 'Share for work and study',
      'peak-hour': 'Share of the day between 8 and 9',
      inbound: 'Of those who cross the border between 8 and 9, who comes in',
      'border-entries': 'Vehicles that enter the city',
    },
  },
  sourceName: {
    'comune-entries-2012': 'Comune di Milano and AMAT, entries by half-hour 2012 (CC BY 4.0)',
    'milanotoday-2017': 'MilanoToday, 2017',
    'affaritaliani-2023': 'Affaritaliani, December 2023, on the Comune’s data',
    'repubblica-2022': 'la Repubblica, 15 January 2022',
    'ilgiorno-2023-10-05': 'Il Giorno, 5 October 2023',
    'tomtom-2022': 'TomTom Traffic Index 2022, from the press',
    'tomtom-2023': 'TomTom Traffic Index 2023, from the press',
    'amat-pgtu-2022': 'AMAT, PGTU 2022',
    'amat-2022': 'AMAT, June 2022 (data from before the pandemic)',
    'pgt-vas-2013': 'PGT, VAS, figures of 2013',
    'general-knowledge': 'general knowledge, to be checked',
    assumption: 'assumption',
  },
  limits: {
    title: 'What the model does not know',
    hour: 'It knows one hour, 8 to 9 on a weekday, as if it lasted for ever. Figures per day extend it by counted profiles.',
    queues:
      'Queues do not spill back: a street that is too full slows itself, not those before it. Where demand exceeds capacity the speed is indicative.',
    parking: 'Nobody drives about looking for a place to park.',
    motorcycles: 'Motorcycles take no road space and are not slowed by traffic.',
    buses: 'Buses and trams are not slowed by traffic and do not slow it; they come on time.',
    border:
      'Public transport across the border is fixed: trains and regional lines do not change with the measures.',
    jobs: 'Jobs are estimated from shops, services and buildings: there is no census by district.',
    cars: 'Nobody buys or sells a car, moves house or changes job: it is the short-term response.',
    habits: 'It has no memory: habits, novelty and slow adaptation are not in it.',
    theta:
      'How strongly people respond to costs (theta) is fitted to Area C, at 8–9 as well: for other measures the same response is assumed.',
    counts:
      'It is not compared with counts on single streets: a single street is less certain than the total.',
    air: 'It computes what is emitted, not what is breathed: no dispersion, no propagation of noise between façades.',
  },
};
