// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { lonLat } from '../../src/city/frames';
import { STREET_CLASSES } from '../../src/city/ground';
import { parseJson } from '../../src/formats/json';
import { InputError } from '../formats/found-file';
import { CC0 } from './licences';
import { hasJsonKeys } from './recognise';
import type { Source } from './source';

const share = z.number().min(0).max(1);
const week = z.array(share).length(168);
const name = z.string().min(1);
/** The file that the demo's generator writes (tiles/sources/demo/typical-week.ts). */
const FORM = z.object({
  syntheticWeek: z.literal(1),
  profiles: z.record(name, week),
  presence: z.array(
    z.object({
      district: z.number().int(),
      group: z.enum(['residents', 'workers', 'visitors']),
      persons: z.number().min(0),
      profile: name,
    }),
  ),
  stations: z.array(
    z.object({
      of: z.enum(['bike-station', 'car-park', 'air', 'weather']),
      id: name,
      name,
      lon: z.number(),
      lat: z.number(),
      quantity: name,
      low: z.number(),
      high: z.number(),
      capacity: z.number().optional(),
      profile: name,
    }),
  ),
  traffic: z.array(
    z.object({
      class: z.enum(STREET_CLASSES),
      capacityVehHLane: z.number().positive(),
      saturationCentre: z.number().min(0),
      saturationEdge: z.number().min(0),
    }),
  ),
});

/** The demo city's week: nobody's measurement. */
export const demoTypicalWeek: Source<'daily-life'> = {
  id: 'demo-typical-week',
  theme: 'daily-life',
  title: { it: 'Settimana tipo dimostrativa', en: 'Demonstration typical week' },
  publisher: 'Gemello Milano',
  licence: CC0,
  attribution: 'Gemello Milano, dati dimostrativi',
  page: '',
  crs: 'EPSG:4326',
  vintage: 'none',
  synthetic: true,
  recognises: (file) => hasJsonKeys(file, ['syntheticWeek']),
  async *read(file, log) {
    const read = FORM.safeParse(parseJson(file.name, await file.text()));
    if (!read.success) throw new InputError(file.name, z.prettifyError(read.error));
    const { profiles, presence, stations, traffic } = read.data;
    const origin = () => ({ file: file.name, row: log.row() });
    for (const [profile, values] of Object.entries(profiles))
      yield { origin: origin(), kind: 'profile', profile, values };
    for (const row of presence) yield { origin: origin(), kind: 'presence', ...row };
    for (const { lon, lat, ...row } of stations)
      yield { origin: origin(), kind: 'station', at: lonLat(lon, lat), ...row };
    for (const row of traffic) yield { origin: origin(), kind: 'traffic', ...row };
  },
};
