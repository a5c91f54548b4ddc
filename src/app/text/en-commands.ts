// SPDX-License-Identifier: EUPL-1.2
/** English words of the palette of commands and of the map of keys. */

import type { commands as it } from './it-commands';
import { commands as italian } from './it-commands';
import type { Same } from './same';

export const commands: Same<typeof it> = {
  title: 'Commands',
  find: 'Find a command',
  placeholder: 'What do you want to do?',
  none: 'No command with these words.',
  recent: 'used lately',
  open: 'Open: {{name}}',
  list: 'List: {{name}}',
  layerOn: 'Turn on: {{name}}',
  layerOff: 'Turn off: {{name}}',
  clearFilters: 'Remove all filters',
  clearColourings: 'Remove the chosen colours',
  clearSketches: 'Delete all drawings on the map',
  north: 'Face north',
  go: 'Go to: {{name}}',
  tour: 'Guided tour',
  glossary: 'Glossary',
  keyboard: 'Keyboard',
  about: 'About',
  sources: 'Sources and licences',
  group: {
    edit: 'Edit',
    panels: 'Panels',
    layers: 'Layers',
    view: 'View',
    time: 'Clock',
    tools: 'Tools',
    ask: 'Colours',
    screen: 'Screen',
    help: 'Help',
  },
  time: {
    live: 'Clock: now',
    rush: 'Clock: a typical Wednesday at 8:30',
    evening: 'Clock: a typical Wednesday at 18:30',
    night: 'Clock: a typical Wednesday at 23:00',
    sunday: 'Clock: a typical Sunday at 11:00',
  },
  colour: {
    heightM: 'Colour buildings by height',
    year: 'Colour buildings by year',
    storeys: 'Colour buildings by number of storeys',
    use: 'Colour buildings by use',
  },
  // Looked for in both languages, whichever is shown.
  words: italian.words,
  closeKeyboard: 'Close the keyboard',
  keysAnywhere: 'Anywhere',
  keysMap: 'When the keyboard is on the map',
  action: 'Action',
  keys: 'Keys',
  key: {
    Shift: 'Shift',
    Enter: 'Enter',
    PageUp: 'Page Up',
    PageDown: 'Page Down',
    Home: 'Home',
    arrows: 'arrows',
    Esc: 'Esc',
    Backspace: 'Backspace',
    Tab: 'Tab',
  },
  does: {
    palette: 'All commands',
    close: 'Close the card, the window or the tool',
    next: 'Go on; with Shift go back',
    takeBack: 'While drawing: take the last point away',
    arrows: 'Move',
    zoom: 'Closer, farther',
    turn: 'Turn left, right',
    turnShift: 'Turn and tilt',
    choose: 'Choose what is at the centre',
  },
  singleKeys: 'Single keys: / finds, ? opens this window',
  singleKeysHelp:
    'If you use speech or a screen reader and these keys get in the way, turn them off: the same is among the commands (Ctrl + K). The choice stays in this browser.',
};
