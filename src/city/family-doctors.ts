// SPDX-License-Identifier: EUPL-1.2
/** How many patients a family doctor has: for measures and models. */
import type { Range } from './people';

/**
 * Persons whom one family doctor of the health service can have. Only 1,500 is a rule: the most that the national
 * agreement allows (ACN 2024, art. 38), which regions may raise. The ends are an assumption: 1,200 after the ratio by
 * which vacancies are reckoned, one doctor for 1,200 residents (ACN 2024, art. 32), 1,800 after the busiest of
 * Lombardy, whose doctors have 1,529 on average (Fondazione GIMBE 2025).
 */
export const PATIENTS_PER_DOCTOR: Range = { low: 1200, value: 1500, high: 1800 };

/** Below this age children of the health service have a paediatrician. */
export const YOUNGEST_PATIENT = 14;
