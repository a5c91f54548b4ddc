// SPDX-License-Identifier: EUPL-1.2
/** Italian words of an answer by place and by line: its tables, and the card of a place. */
export const places = {
  title: '{{field}}: luoghi',
  name: 'Luogo',
  filter: 'Filtra per nome…',
  filterLabel: 'Filtra i luoghi',
  count_one: '{{n}} luogo',
  count_many: '{{n}} di luoghi',
  count_other: '{{n}} luoghi',
  stretch: 'Di ogni via è mostrato il tratto che cambia di più',
  mostFirst: 'Prima ciò che cambia di più',
  more: 'Mostra altri {{n}}',
  none: 'Nessun luogo con questo nome.',
  excel: 'Per Excel (CSV)',
  data: 'Dati (CSV)',
  exportLabel: 'Scarica la tabella',
  exported: 'Tabella salvata nei file scaricati',
  unclear: 'incerto',
  same: 'nessun cambiamento apprezzabile',
} as const;

export const lines = {
  title: 'Passeggeri che salgono, per linea',
  note: 'Fra le 8 e le 9, nelle due direzioni, dalla linea che cambia di più. Chi cambia mezzo conta a ogni salita. L’affollamento non allontana nessuno.',
  new: 'nuova',
  onNone: 'Passeggeri su nessuna linea',
  acrossBorderH: 'Da e per fuori Milano: non si sa dove salgono, e non sono nelle linee',
} as const;

export const place = {
  title: 'Con lo scenario',
  notModelled: 'Questa via non è nella rete del modello: vi arriva solo chi abita o lavora lì.',
  stretch: 'Nel tratto che cambia di più',
} as const;
