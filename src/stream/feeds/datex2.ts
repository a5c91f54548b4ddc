// SPDX-License-Identifier: EUPL-1.2
/**
 * DATEX II v3 (docs.datex2.eu, RoadTrafficData): MeasuredDataPublication, with the places of its sites from
 * a MeasurementSiteTablePublication where city.json names one. The version 2 form, which has the same
 * elements in other wrappers, is read too. Flows are vehicles per hour and speeds km/h by the standard.
 */
import { z } from 'zod';
import type { LonLat } from '../../city/frames';
import type { LiveRow } from '../../city/live';
import { type DocumentRequest, type Feed, FeedFault } from './feed';
import { instant } from './instants';
import { messageOf, nameOf, optionsOf } from './message';
import { type Lapse, RowTally } from './row-tally';
import { flowVehH, share, speedKmH } from './units';
import { idText, linkOf, placeAt } from './values';
import { findAll, findFirst, type XmlNode, xmlOf } from './xml';

const optionsSchema = z.strictObject({
  /** Address of the table of sites; without one, rows have no place. */
  siteTable: z.url().optional(),
  siteTableMaxAgeS: z.number().int().min(60).max(604_800).default(86_400),
  /** Sites whose ids are this and a number are of that row of `road-links`, e.g. `link-`. */
  linkPrefix: z.string().max(50).optional(),
  /** Before the ids of rows. */
  idPrefix: z.string().max(50).default(''),
});
type Options = z.infer<typeof optionsSchema>;

export const datex2: Feed = {
  id: 'datex2',
  kinds: ['traffic'],
  format: 'xml',
  options: optionsSchema,
  documents(url, got, context) {
    const { siteTable, siteTableMaxAgeS } = optionsOf(optionsSchema, context);
    const requests: DocumentRequest[] = [{ name: 'main', url }];
    if (siteTable) requests.push({ name: 'sites', url: siteTable, maxAgeS: siteTableMaxAgeS });
    return requests.filter(({ name }) => !Object.hasOwn(got, name));
  },
  parse(got, context) {
    const options = optionsOf(optionsSchema, context);
    const sites = options.siteTable ? sitesOf(xmlOf(messageOf(got, 'sites'))) : undefined;
    const message = messageOf(got, 'main');
    const root = xmlOf(message);
    const measurements = findAll(root, 'siteMeasurements');
    if (!measurements.length && !findFirst(root, 'publicationTime'))
      throw new FeedFault(`${nameOf(message)}: no MeasuredDataPublication of DATEX II`);
    const tally = new RowTally(context);
    for (const one of measurements) tally.take(trafficRow(one, sites, options));
    return tally.parsed(true);
  },
};

interface Site {
  readonly at: LonLat | undefined;
  /** Indices of values that are of one class of vehicles only. */
  readonly ofOneClass: ReadonlySet<string>;
}

function sitesOf(root: XmlNode): ReadonlyMap<string, Site> {
  const sites = new Map<string, Site>();
  // `measurementSite` in version 3, `measurementSiteRecord` in 2.
  for (const site of [...findAll(root, 'measurementSite'), ...findAll(root, 'measurementSiteRecord')]) {
    const id = idText(site.attributes.get('id'));
    if (!id) continue;
    const display = findFirst(site, 'coordinatesForDisplay') ?? findFirst(site, 'locationForDisplay');
    const classes = findAll(site, 'measurementSpecificCharacteristics').filter(isOfOneClass);
    const indices = classes.map((one) => one.attributes.get('index')).filter((index) => index !== undefined);
    sites.set(id, { at: placeIn(display) ?? placeIn(site), ofOneClass: new Set(indices) });
  }
  return sites;
}

/** Whether the characteristics name a class: a vehicle type other than any, or a length. */
function isOfOneClass(characteristics: XmlNode): boolean {
  const type = findFirst(characteristics, 'vehicleType')?.text;
  return (type !== undefined && type !== 'anyVehicle') || !!findFirst(characteristics, 'vehicleLength');
}

function placeIn(node: XmlNode | undefined): LonLat | undefined {
  return node && placeAt(findFirst(node, 'longitude')?.text, findFirst(node, 'latitude')?.text);
}

function trafficRow(
  measurements: XmlNode,
  sites: ReadonlyMap<string, Site> | undefined,
  { linkPrefix, idPrefix }: Options,
): LiveRow | Lapse {
  const id = idText(findFirst(measurements, 'measurementSiteReference')?.attributes.get('id'));
  if (!id) return ['no-id', 'siteMeasurements without measurementSiteReference'];
  const time = findFirst(measurements, 'measurementTimeDefault');
  // An element of its own in version 3, the text itself in 2.
  const atMs = instant((time && findFirst(time, 'timeValue')?.text) ?? time?.text);
  if (atMs === undefined) return ['no-time', id];
  const site = sites?.get(id);
  const link = linkOf(id, linkPrefix);
  // The street says where it is as well.
  if (sites && !site?.at && link === null) return ['outside', `${id}: no place in the table of sites`];
  const values = valuesOf(measurements, site);
  if (values.flowVehH === null && values.speedKmH === null && values.occupancyShare === null)
    return ['bad-value', `${id}: neither flow nor speed`];
  return {
    kind: 'traffic',
    id: idPrefix + id,
    atMs,
    at: site?.at ?? null,
    link,
    ...values,
  };
}

interface Values {
  readonly flowVehH: number | null;
  readonly speedKmH: number | null;
  readonly occupancyShare: number | null;
}

/**
 * Of all lanes: flows are summed, speeds are their mean, weighted by the lanes' flows where each speed has
 * one, occupancies their mean. Values of single classes of vehicles are parts of the others.
 */
function valuesOf(measurements: XmlNode, site: Site | undefined): Values {
  const flows: number[] = [];
  const speeds: number[] = [];
  const shares: number[] = [];
  for (const value of quantitiesOf(measurements)) {
    if (site?.ofOneClass.has(value.attributes.get('index') ?? '')) continue;
    if (findFirst(value, 'dataError')?.text === 'true') continue;
    // −1 stands for no value, which the ranges leave out.
    const flow = flowVehH(findFirst(value, 'vehicleFlowRate')?.text);
    const speed = speedKmH(findFirst(value, 'speed')?.text);
    const occupancy = findFirst(value, 'occupancy');
    const occupied = occupancy && share(findFirst(occupancy, 'percentage')?.text, '%');
    if (flow !== undefined) flows.push(flow);
    // A speed of 0 of no vehicles is none.
    if (speed !== undefined && !(speed === 0 && isOfNone(value))) speeds.push(speed);
    if (occupied !== undefined) shares.push(occupied);
  }
  const weights = flows.length === speeds.length && flows.some((flow) => flow > 0) ? flows : undefined;
  return {
    flowVehH: flows.length ? flows.reduce((sum, flow) => sum + flow, 0) : null,
    speedKmH: mean(speeds, weights),
    occupancyShare: mean(shares),
  };
}

/** `numberOfInputValuesUsed` is an attribute of the value. */
function isOfNone(value: XmlNode): boolean {
  return findFirst(value, 'averageVehicleSpeed')?.attributes.get('numberOfInputValuesUsed') === '0';
}

/** The outermost of `physicalQuantity` (version 3) or `measuredValue` (2), which have the index. */
function quantitiesOf(measurements: XmlNode): XmlNode[] {
  const found = findAll(measurements, 'physicalQuantity');
  return found.length ? found : findAll(measurements, 'measuredValue');
}

function mean(values: readonly number[], weights?: readonly number[]): number | null {
  if (!values.length) return null;
  const total = weights?.reduce((sum, weight) => sum + weight, 0) ?? values.length;
  return values.reduce((sum, value, i) => sum + value * (weights?.[i] ?? 1), 0) / total;
}
