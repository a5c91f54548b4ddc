// SPDX-License-Identifier: EUPL-1.2
/** English words of family doctors in the theme «Services». */
import type { doctors as it } from './it-doctors';
import type { Same } from './same';

export const doctors: Same<typeof it> = {
  capacity:
    'A doctor can have {{value}} patients: the most that the national agreement allows (ACN 2024, art. 38), which regions may raise. How many each has is not in the data: from {{low}} to {{high}} are drawn here, and the ends are an assumption. People of 14 and over count: younger ones have a paediatrician, who is not counted here.',
  sites: '{{n}} doctors, who can have {{patients}} patients',
  patients: 'Patients of a family doctor',
  patientsSource:
    '1,500: the most allowed, ACN 2024, art. 38. The ends are an assumption: 1,200, one doctor for 1,200 residents (ACN 2024, art. 32); 1,800, the busiest in Lombardy (GIMBE 2025, mean 1,529)',
};
