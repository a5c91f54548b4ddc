// SPDX-License-Identifier: EUPL-1.2
/** What of a SensorThings service is what here: by the observed property's definition or name. */
import { z } from 'zod';
import { POLLUTANTS, WEATHER_QUANTITIES } from '../../../city/live';

const match = z.string().min(1).max(300);
export const mappingSchema = z.discriminatedUnion('as', [
  z.strictObject({
    match,
    as: z.literal('air'),
    pollutant: z.enum(POLLUTANTS),
    averagedH: z.number().positive().max(8784).default(1),
  }),
  z.strictObject({ match, as: z.literal('weather'), quantity: z.enum(WEATHER_QUANTITIES) }),
  z.strictObject({ match, as: z.literal('car-park'), field: z.enum(['free', 'occupied', 'capacity']) }),
  z.strictObject({ match, as: z.literal('traffic'), field: z.enum(['flow', 'speed', 'occupancy']) }),
]);
export type Mapping = z.infer<typeof mappingSchema>;

export const commonOptions = {
  /** Each by `match`: a definition (an address) or a name of an ObservedProperty, capitals alike. */
  properties: z.array(mappingSchema).min(1).max(100),
  /** Things whose ids or names are this and a number are of that row of `road-links`. */
  linkPrefix: z.string().max(50).optional(),
  /** Before the ids of rows. */
  idPrefix: z.string().max(50).default(''),
  /** Which field of the Thing ids are made of. */
  idFrom: z.enum(['id', 'name']).default('id'),
};

/** What is known of a Datastream where an observation comes without it. */
export const datastreamSchema = z.strictObject({
  /** `match` of one of `properties`. */
  property: match,
  /** Id and name of the Thing. */
  thing: z.string().min(1).max(200),
  name: z.string().max(300).optional(),
  lon: z.number().min(-180).max(180).optional(),
  lat: z.number().min(-90).max(90).optional(),
  unit: z.string().max(40).default(''),
  /** Places of a car park. */
  capacity: z.number().int().min(0).optional(),
});
export type KnownDatastream = z.infer<typeof datastreamSchema>;
