// SPDX-License-Identifier: EUPL-1.2
/** English words of the tour. */
import type { tour as it } from './it-tour';
import type { Same } from './same';

export const tour: Same<typeof it> = {
  title: 'Guided tour',
  invite: 'First time here? Six stops in two minutes.',
  begin: 'Begin the tour',
  no: 'No, thanks',
  place: 'Stop {{n}} of {{of}}',
  back: 'Back',
  next: 'Next',
  end: 'Finish',
  leave: 'Leave the tour',
  ended: 'The tour is over. It is always among the commands (Ctrl+K).',
  step: {
    see: {
      title: 'What you see',
      text: 'Milan in three dimensions, from open data. Drag to move, use the wheel or two fingers to come closer, the right button to turn. By keyboard: arrows, + and −.',
      try: 'Take me to the Duomo',
    },
    real: {
      title: 'Real or demo?',
      text: 'At the top it says when the data are demo data: made up, in the forms of the real ones. Of every theme you can see source, licence and date.',
      try: 'Show me the sources',
    },
    ask: {
      title: 'Ask the city',
      text: 'Click a building, a stop, a park: the card says what it is, how old the data are and whose. The same goes for a neighbourhood.',
      try: 'Open the card of a neighbourhood',
    },
    clock: {
      title: 'The clock',
      text: 'Below you choose the moment that the map shows: now, a past moment or an hour of a typical day. Vehicles, traffic and sun change.',
      try: 'Go to 8:30 on a Wednesday',
    },
    whatIf: {
      title: 'What if?',
      text: 'Put together one or more measures – a toll, a closed street, a cycleway – and work out what effects they would have, and how uncertain they are.',
      try: 'Open “What if?”',
    },
    help: {
      title: 'When you need help',
      text: 'Ctrl+K opens all commands, the glossary and the keys among them; the question mark beside a word explains it; Ctrl+Z takes back what you changed.',
      try: 'Open the commands',
    },
  },
};
