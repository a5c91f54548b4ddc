// SPDX-License-Identifier: EUPL-1.2
/** English words of an answer by place and by line: its tables, and the card of a place. */
export const places = {
  title: '{{field}}: places',
  name: 'Place',
  filter: 'Filter by name…',
  filterLabel: 'Filter the places',
  count_one: '{{n}} place',
  count_many: '{{n}} places',
  count_other: '{{n}} places',
  stretch: 'Of each street, the stretch that changes most is shown',
  mostFirst: 'What changes most comes first',
  more: 'Show {{n}} more',
  none: 'No place with this name.',
  excel: 'For Excel (CSV)',
  data: 'Data (CSV)',
  exportLabel: 'Download the table',
  exported: 'Table saved to your downloads',
  unclear: 'unsure',
  same: 'no change to speak of',
};

export const lines = {
  title: 'Passengers boarding, by line',
  note: 'Between 8 and 9, both directions, from the line that changes most. Who changes vehicles counts at each boarding. Crowding keeps nobody away.',
  new: 'new',
  onNone: 'Passengers on no line',
  acrossBorderH: 'To and from outside Milan: where they board is not known, and they are on no line',
};

export const place = {
  title: 'With the scenario',
  notModelled: 'This street is not in the model’s network: only those who live or work there come to it.',
  stretch: 'On the stretch that changes most',
};
