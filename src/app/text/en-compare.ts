// SPDX-License-Identifier: EUPL-1.2
import type { compare as it } from './it-compare';
import type { Same } from './same';
export const compare: Same<typeof it> = {
  a: 'View A',
  b: 'View B',
  change: 'Change',
  line: 'Line between the two views',
  lineAt: 'View A takes {{percent}} of the map',
  map: 'Map of view B: it moves together with view A',
  title: 'Compare two views',
  hide: 'Hide the panel: both views stay',
  close: 'Close the comparison',
  closed: 'Comparison closed.',
  how: 'Both views look from the same place: move one and the other follows. Panels and clock drive view A; here you choose how B differs.',
  mode: 'How the views stand',
  side: 'Side by side',
  swipe: 'One over the other, with a line',
  swap: 'Swap A and B',
  swapped: 'Views A and B have changed places.',
  same: 'As in A',
  clock: 'Day and time of B',
  clockOwn: 'Another day or time',
  clockSwapped:
    'This moment came with swapping the views; choosing a day or a time makes B show its typical day.',
  layers: 'Layers of B',
  layersOwn: 'Its own layers',
  turnedOn: '{{name}} turned on in view B',
  turnedOff: '{{name}} turned off in view B',
  colours: 'Colours of buildings in B',
  coloursSame: 'As in A, with its filters',
  coloursNone: 'No colours and no filters',
  coloursSwapped: 'Colours and filters that were A’s',
  coloursHow: 'For finer colours and filters: set up view A with “Colour and filter”, then swap A and B.',
  legend: 'View B: {{of}}',
  coloured: 'View B coloured by: {{name}}',
  firstOnly:
    'Only on view A: effects of a scenario, measurements and drawings, walking areas, the picture to save. While the comparison is open the drawing is one level less rich.',
};
