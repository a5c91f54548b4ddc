// SPDX-License-Identifier: EUPL-1.2
/** Any GeoJSON FeatureCollection (RFC 7946); lines and areas stand at the middle of their extent. */
import { z } from 'zod';
import { type Feed, FeedFault } from './feed';
import { jsonOf, messageOf, nameOf, optionsOf } from './message';
import { pointOptions, pointRow } from './points';
import { RowTally } from './row-tally';
import { field, isFields, placeOf } from './values';

const optionsSchema = z.strictObject({
  ...pointOptions,
  /** Name of a property. Absent: the feature's own `id`. */
  id: z.string().min(1).max(200).optional(),
});

export const geojsonPoints: Feed = {
  id: 'geojson-points',
  kinds: ['point'],
  format: 'json',
  options: optionsSchema,
  parse(got, context) {
    const message = messageOf(got, 'main');
    const options = optionsOf(optionsSchema, context);
    const features = field(jsonOf(message), 'features');
    if (!Array.isArray(features)) throw new FeedFault(`${nameOf(message)}: no GeoJSON FeatureCollection`);
    const tally = new RowTally(context);
    for (const feature of features as unknown[]) {
      const said = field(feature, 'properties');
      const properties = isFields(said) ? said : {};
      const id = options.id === undefined ? field(feature, 'id') : field(properties, options.id);
      const columns = { ...options, id: options.id ?? 'id' };
      tally.take(pointRow(properties, id, placeOf(feature), columns, context.receivedMs));
    }
    return tally.parsed(true);
  },
};
