// SPDX-License-Identifier: EUPL-1.2
import { datex2 } from './datex2';
import type { Feed } from './feed';
import { gbfs } from './gbfs';
import { gtfsRt } from './gtfs-rt';
import { lombardyAir } from './lombardy-air';
import { lombardyWeather } from './lombardy-weather';

/** The shelf: every feed that city.json may name. */
export const FEEDS = [gtfsRt, gbfs, lombardyAir, lombardyWeather, datex2] as const satisfies readonly Feed[];
