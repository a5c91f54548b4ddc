// SPDX-License-Identifier: EUPL-1.2
import { boundaries } from './boundaries';
import { cycleways } from './cycleways';
import { greenery } from './greenery';
import { rail } from './rail';
import { streets } from './streets';
import { trafficRules } from './traffic-rules';
import { trees } from './trees';
import { water } from './water';

/** Kinds of city thing, in the order of THEMES: boundaries first, since the others ask for districts. */
export const THEME_SHELF = [
  boundaries,
  streets,
  cycleways,
  rail,
  greenery,
  trees,
  water,
  trafficRules,
] as const;
