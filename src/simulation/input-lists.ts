// SPDX-License-Identifier: EUPL-1.2
/** Which tables of a build the models of a scenario read. */
import type { InputTable } from '../city/inputs';

/** Without these there is nothing to model. */
export const REQUIRED_INPUTS = [
  'zones',
  'population',
  'road-nodes',
  'road-links',
  'road-shapes',
  'gateways',
  'zone-connectors',
] as const satisfies readonly InputTable[];

/** What else the models know how to use; a city may lack any. */
export const OPTIONAL_INPUTS = [
  'population-pyramid',
  'services',
  'businesses',
  'rule-areas',
  'transit-stops',
  'transit-patterns',
  'transit-calls',
  'transit-times',
] as const satisfies readonly InputTable[];
