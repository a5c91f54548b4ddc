// SPDX-License-Identifier: EUPL-1.2
import type { publish as it } from './it-publish';
import type { Same } from './same';

export const publish: Same<typeof it> = {
  title: 'Publish the outcome',
  close: 'Close “Publish the outcome”',
  intro:
    'Whoever opens the link reads the outcome without signing in and without any calculation. What you publish changes no more: if you change the scenario, you publish another outcome.',
  none: 'Calculate the effects of the scenario first: it is the answer that is published.',
  stale: 'The scenario has changed since it was calculated. Recalculate the effects, then publish.',
  notSaved: 'The scenario is in this browser only. To be published it has to be saved on the server.',
  preparing: 'Preparing the outcome…',
  failed: 'The outcome could not be prepared. {{detail}}',
  headline: 'Headline, in one sentence',
  headlineHelp:
    'It is the first thing that is read. The sentence proposed comes from the answer: if you change it, say no more than the figures say.',
  preview: 'How it will read',
  public: {
    title: 'What will be public',
    figures: 'The figures of the answer, with their intervals, and the map.',
    measures: 'The measures of the scenario and where they are.',
    words: 'Name, description, author and assumptions of the scenario.',
    you: 'Your name, as who publishes: {{name}}.',
  },
  quick:
    'This answer comes from few calculations. To publish, the full calculation is better: its intervals are surer.',
  questions: {
    title: 'Questions to be answered beforehand',
    help: 'The reader can move a slider and see what changes. Each value is another calculation, made now. Choose a number:',
    working: 'Calculation {{n}} of {{of}}: {{value}}…',
    cancel: 'Stop calculating',
  },
  publish: 'Publish',
  publishing: 'Publishing…',
  published: 'The outcome is public.',
  link: 'Link to send',
  onlyHere:
    'This address opens on this computer alone: to send it to others, a server with a name of its own is needed.',
  copy: 'Copy the link',
  copied: 'Link copied.',
  notCopied: 'The link could not be copied: select it above.',
  qr: 'QR code: {{address}}',
  before: 'Published already of this scenario',
  on: '{{title}}, {{when}}',
  withdrawn: 'withdrawn on {{when}}',
  withdraw: 'Withdraw “{{title}}”',
  withdrawShort: 'Withdraw',
  withdrawDone: 'Outcome withdrawn: its link says that it no longer stands.',
};
