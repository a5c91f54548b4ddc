// SPDX-License-Identifier: EUPL-1.2
import { boundaries } from './boundaries';
import { buildings } from './buildings';
import { businesses } from './businesses';
import { cycleways } from './cycleways';
import { dailyLife } from './daily-life';
import { greenery } from './greenery';
import { population } from './population';
import { rail } from './rail';
import { services } from './services';
import { streets } from './streets';
import { trafficRules } from './traffic-rules';
import { transit } from './transit';
import { trees } from './trees';
import { water } from './water';

/** Kinds of city thing, in the order of THEMES: boundaries first, since the others ask for districts. */
export const THEME_SHELF = [
  boundaries,
  population,
  buildings,
  streets,
  cycleways,
  rail,
  transit,
  greenery,
  trees,
  water,
  trafficRules,
  services,
  businesses,
  dailyLife,
] as const;
