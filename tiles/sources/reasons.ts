// SPDX-License-Identifier: EUPL-1.2
import type { Text2 } from '../../src/city/catalogue';

/** Why a row is left out: the closed list. Add a line here before using a new reason. */
export const DROP_REASONS = {
  'no-geometry': { it: 'senza geometria', en: 'without geometry' },
  'bad-coordinates': {
    it: 'coordinate non valide (NaN, infinito o testo)',
    en: 'invalid coordinates (NaN, infinite or text)',
  },
  'outside-place': { it: "fuori dall'area della città", en: "outside the city's surroundings" },
  'swapped-coordinates': { it: 'latitudine e longitudine scambiate', en: 'latitude and longitude swapped' },
  'zero-area': { it: 'poligono senza area', en: 'polygon without area' },
  'invalid-ring': { it: 'anello non valido', en: 'invalid ring' },
  'duplicate-geometry': { it: 'geometria doppia', en: 'duplicate geometry' },
  'duplicate-id': { it: 'identificativo doppio', en: 'duplicate id' },
  'duplicate-position': { it: 'posizione doppia', en: 'duplicate position' },
  'height-under-2m': {
    it: 'edifici sotto i 2 m: demoliti o cortili',
    en: 'buildings under 2 m: demolished or courtyards',
  },
  'not-a-building': { it: 'non è un edificio', en: 'not a building' },
  demolished: { it: 'demolito', en: 'demolished' },
  'replaced-by-parts': { it: 'sostituito dalle sue parti', en: 'replaced by its parts' },
  'same-as-better-source': { it: 'già presente in una fonte migliore', en: 'already in a better source' },
  'older-edition': { it: 'edizione superata da una più recente', en: 'superseded by a newer edition' },
  'not-this-theme': { it: 'elemento di un altro tema', en: 'element of another theme' },
  'no-name': { it: 'senza nome', en: 'without name' },
  'bad-value': { it: 'valore non valido', en: 'invalid value' },
  'ragged-row': { it: 'riga con numero di colonne sbagliato', en: 'row with a wrong number of columns' },
  'unknown-district': { it: 'quartiere sconosciuto', en: 'unknown district' },
  'incomplete-relation': { it: 'relazione incompleta', en: 'incomplete relation' },
  'duplicate-name': { it: 'stesso nome e indirizzo di un altro', en: 'same name and address as another' },
  'part-of-a-site': {
    it: 'attività di un impianto già contato',
    en: 'activity of a site that is already counted',
  },
  'second-surgery': {
    it: 'altro ambulatorio di un medico, che conta nel principale',
    en: 'another surgery of a doctor, who counts at the main one',
  },
  'out-of-service': { it: 'fuori servizio', en: 'out of service' },
  'wrong-at-source': {
    it: 'posizione sbagliata, segnalata dalla fonte',
    en: 'position wrong, marked so by its source',
  },
  'below-disclosure-threshold': {
    it: 'dato non diffuso (riservatezza statistica)',
    en: 'not disclosed (statistical confidentiality)',
  },
  'merged-into-whole': { it: "parte unita all'edificio intero", en: 'part joined to its whole building' },
  'other-direction': {
    it: "l'altra direzione di una strada già letta",
    en: 'other direction of a street already read',
  },
  'value-not-used': { it: 'valore non usato, riga tenuta', en: 'value not used, row kept' },
  'other-city': { it: "di un'altra città", en: 'of another city' },
  'columns-by-rule': {
    it: 'file con le colonne scelte per regola',
    en: 'file whose columns are chosen by rule',
  },
  underground: { it: 'sotterraneo', en: 'underground' },
  'not-in-road-network': {
    it: 'non raggiungibile o fuori città: sulla mappa, ma non nella rete del modello del traffico',
    en: 'not reachable or out of town: on the map, but not in the network of the traffic model',
  },
  'other-hours': { it: 'corse di altri giorni o di altre ore', en: 'runs of other days or hours' },
  expired: { it: 'provvedimento scaduto', en: 'rule no longer in force' },
} as const satisfies Record<string, Text2>;
export type DropReason = keyof typeof DROP_REASONS;
