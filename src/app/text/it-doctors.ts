// SPDX-License-Identifier: EUPL-1.2
/** Italian words of family doctors in the theme «Servizi». */
export const doctors = {
  capacity:
    'Un medico può avere {{value}} assistiti: è il massimale dell’accordo nazionale (ACN 2024, art. 38), che le Regioni possono alzare. Quanti ne abbia ognuno non è nei dati: qui si estrae da {{low}} a {{high}}, e gli estremi sono un’ipotesi. Contano le persone di 14 anni e più: per i più piccoli c’è il pediatra, che qui non è contato.',
  sites: '{{n}} medici, che possono avere {{patients}} assistiti',
  patients: 'Assistiti di un medico di famiglia',
  patientsSource:
    '1.500: massimale, ACN 2024, art. 38. Gli estremi sono un’ipotesi: 1.200, un medico ogni 1.200 residenti (ACN 2024, art. 32); 1.800, i più carichi in Lombardia (GIMBE 2025, media 1.529)',
} as const;
