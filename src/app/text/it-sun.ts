// SPDX-License-Identifier: EUPL-1.2
import { WINDS } from './it-winds';

/** Italian words of the hours of sun, and of where the sun stands. */

export const sun = {
  title: 'Ore di sole',
  ask: {
    building: 'Ore di sole sul tetto',
    greenery: 'Ore di sole nel verde',
    outline: 'Ore di sole in quest’area',
    spot: 'Ore di sole in questo punto',
    district: 'Ore di sole nel quartiere',
  },
  askDay: '{{what}}, {{date}}',
  running: 'Calcolo delle ore di sole',
  share: 'Leggo gli edifici e seguo le ombre: {{share}}',
  cancel: 'Interrompi',
  cancelled: 'Interrotto.',
  failed: 'Il calcolo non è arrivato in fondo.',
  again: 'Riprova',
  done: 'Ore di sole calcolate.',
  day: '{{date}}',
  value: '{{mean}} h su {{of}} h di giorno',
  valueRange: '{{mean}} h in media su {{of}} h di giorno; da {{least}} a {{most}} h secondo il punto',
  ground: 'A terra, {{date}}',
  roofs: 'Sui tetti, {{date}}',
  none: 'Qui non c’è superficie da misurare.',
  noRoof: 'I dati 3D non hanno il tetto di questo edificio.',
  show: 'Mostra sulla mappa',
  remove: 'Togli dalla mappa',
  legend: 'Ore di sole diretto, {{date}}',
  classColumn: 'Ore',
  shareColumn: 'Superficie',
  classes: {
    first: 'meno di {{to}}',
    between: 'da {{from}} a {{to}}',
    last: '{{from}} e più',
  },
  note: 'Sole diretto a cielo sereno, dall’alba al tramonto, a passi di {{minutes}} minuti, su celle di {{cell}}. Le ombre sono quelle degli edifici dei dati 3D fino a 1 km; terreno piano.',
  noteTrees: 'Le chiome degli alberi ombreggiano il suolo come dischi pieni, anche d’inverno.',
  noteGround: 'A terra si contano le parti scoperte: non quelle sotto gli edifici.',
  position: {
    up: 'Il sole è a {{elevation}}° sull’orizzonte, verso {{wind}} (azimut {{azimuth}}°).',
    down: 'Il sole è sotto l’orizzonte.',
    times: 'Sorge alle {{rise}} e tramonta alle {{set}}: {{hours}} h di giorno.',
    shadow: 'Un edificio alto 10 m fa un’ombra di {{length}}.',
    wind: WINDS,
  },
} as const;
