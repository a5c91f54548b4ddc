// SPDX-License-Identifier: EUPL-1.2
/** English glossary: what a word means here, and who says so. */
import type { glossary as it } from './it-glossary';
import type { Same } from './same';

export const glossary: Same<typeof it> = {
  title: 'Glossary',
  close: 'Close the glossary',
  source: 'Source: {{source}}',
  all: 'The whole glossary',
  term: {
    nil: {
      name: 'NIL',
      text: 'Nucleo di Identità Locale (nucleus of local identity): one of the 88 parts into which the City divides Milan to study and plan it, much like a neighbourhood. The statistics shown here are by NIL.',
      source: 'Comune di Milano, Piano di Governo del Territorio',
    },
    municipio: {
      name: 'Municipio',
      text: 'One of the nine administrative parts of Milan, each with a council and a president of its own. A municipio holds several NIL.',
      source: 'Comune di Milano',
    },
    density: {
      name: 'Density',
      text: 'Registered residents divided by the area of the neighbourhood, in persons per square kilometre. The area counts parks, streets and water too.',
      source: 'Population register and NIL boundaries, Comune di Milano',
    },
    withheld: {
      name: 'Not published',
      text: 'A number that exists but is so small (one to four persons or households) that somebody might be recognised. It is not nought: it is simply not told.',
      source: 'The disclosure rule of this programme',
    },
    lidar: {
      name: 'LiDAR',
      text: 'A survey made from an aircraft with a laser: it measures the height of roofs and ground to within a few decimetres. A height that is “measured” comes from it or from a survey; others are stated or estimated, and the card says so.',
      source: 'The source named on the building’s card',
    },
    demo: {
      name: 'Demo data',
      text: 'Buildings, streets and movement made up by a programme, in the forms of the real open data: one can try everything without downloading anything. They do not describe the real city.',
      source: 'This programme',
    },
    typicalDay: {
      name: 'Typical day',
      text: 'What usually happens on that weekday at that hour, by the timetable and by averages of the data kept. It is no date of the calendar.',
      source: 'Public transport timetable and the city’s typical week',
    },
    areaC: {
      name: 'Area C',
      text: 'The zone of the centre (within the Bastioni) that one has paid to enter by car since 2012, on set days and hours.',
      source: 'Comune di Milano',
    },
    areaB: {
      name: 'Area B',
      text: 'The limited-traffic zone that covers almost the whole city: the most polluting vehicles may not enter on set days and hours.',
      source: 'Comune di Milano',
    },
    scenario: {
      name: 'Scenario',
      text: 'A named list of measures: for instance “Area C at €7.50 and one street closed”. The programme works out what would change compared with today.',
      source: 'This programme',
    },
    equilibrium: {
      name: 'Equilibrium',
      text: 'Traffic is in equilibrium when nobody would arrive sooner by another route: drivers choose what suits them best, and by doing so slow it down for others. The model looks for this state before and after the measure.',
      source: 'J. G. Wardrop, 1952',
    },
    interval: {
      name: '80% interval',
      text: 'The model is not sure of its own figures: it repeats the calculation, changing what is not known precisely. In eight repetitions out of ten the result lies between these two values. The wider it is, the less the figure in the middle can be trusted.',
      source: 'The page “How good is the model?”',
    },
    draws: {
      name: 'Draws',
      text: 'The repetitions of the calculation, each with other values of what is not known precisely (for instance what an hour of travel is worth). More draws make the interval more reliable and the wait longer.',
      source: 'This programme',
    },
    openData: {
      name: 'Open data',
      text: 'Data that a body publishes for anyone to use, with a licence that says on what terms: usually, that one names who made them.',
      source: 'The full list is in “Sources and licences”',
    },
  },
};
