// SPDX-License-Identifier: EUPL-1.2
/** The shelf of layers. Its order is the drawing order, lowest first. */
import { businessDensity, businessVariety } from './ground/business-maps';
import { businesses } from './ground/businesses';
import { cycleways } from './ground/cycleways';
import { districts } from './ground/districts';
import { greenery } from './ground/greenery';
import { labels } from './ground/labels';
import { municipi } from './ground/municipi';
import { rail } from './ground/rail';
import { services } from './ground/services';
import { streets } from './ground/streets';
import { transitLines } from './ground/transit-lines';
import { transitStops } from './ground/transit-stops';
import { trees } from './ground/trees';
import { water } from './ground/water';
import { zones } from './ground/zones';
import { air } from './live/air';
import { bikeStations } from './live/bike-stations';
import { carParks } from './live/car-parks';
import { disruptions } from './live/disruptions';
import { gateCounts } from './live/gate-counts';
import { points } from './live/points';
import { presence } from './live/presence-layer';
import { traffic } from './live/traffic-layer';
import { vehicles } from './live/vehicles-layer';
import { weather } from './live/weather';
import { buildings } from './solid/buildings-layer';
import { sun } from './solid/sun-layer';

export const LAYERS = [
  greenery,
  water,
  businessDensity,
  businessVariety,
  zones,
  streets,
  rail,
  districts,
  municipi,
  cycleways,
  transitLines,
  trees,
  buildings,
  sun,
  traffic,
  vehicles,
  presence,
  businesses,
  services,
  transitStops,
  points,
  gateCounts,
  carParks,
  bikeStations,
  weather,
  air,
  disruptions,
  labels,
] as const;
export type LayerId = (typeof LAYERS)[number]['id'];
