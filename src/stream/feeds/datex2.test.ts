// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { datex2 } from './datex2';
import { FeedFault } from './feed';
import { flow, measured, occupancy, site, siteTable, speed } from './fixtures/datex2';
import { context, DUOMO, NOW_MS, textMessage } from './fixtures/messages';
import { bearsMutations } from './fixtures/mutations';

const parse = (xml: string, options = {}) => datex2.parse({ main: textMessage(xml) }, context(options));
const TABLE = { siteTable: 'https://roads.example/sites.xml' };
const withTable = (xml: string, table: string) =>
  datex2.parse({ main: textMessage(xml), sites: textMessage(table) }, context(TABLE));

describe('DATEX II', () => {
  it('asks for the table of sites once a day where there is one', () => {
    const url = 'https://roads.example/measured.xml';
    expect(datex2.documents?.(url, {}, context())).toEqual([{ name: 'main', url }]);
    expect(datex2.documents?.(url, { main: textMessage('') }, context(TABLE))).toEqual([
      { name: 'sites', url: 'https://roads.example/sites.xml', maxAgeS: 86_400 },
    ]);
  });

  it('reads flow, speed and occupancy, and the link from the id', () => {
    const xml = measured(site('link-123', flow(1, '840') + speed(2, '31.5') + occupancy(3, '18')));
    expect(parse(xml, { linkPrefix: 'link-' })).toEqual({
      rows: [
        {
          kind: 'traffic',
          id: 'link-123',
          atMs: NOW_MS - 60_000,
          at: null,
          link: 123,
          flowVehH: 840,
          speedKmH: 31.5,
          occupancyShare: 0.18,
        },
      ],
      dropped: [],
      whole: true,
    });
    expect(parse(xml, { idPrefix: 'a:' }).rows).toMatchObject([{ id: 'a:link-123', link: null }]);
    for (const id of ['link-', 'link-1x', 'link--1', 'link-12345678901'])
      expect(parse(measured(site(id, flow(1, '1'))), { linkPrefix: 'link-' }).rows).toMatchObject([
        { link: null },
      ]);
  });

  it('sums the lanes’ flows and weights their speeds: (600 × 50 + 200 × 30) / 800 = 45 km/h', () => {
    const lanes = flow(1, '600') + flow(2, '200') + speed(3, '50') + speed(4, '30');
    expect(parse(measured(site('a', lanes))).rows).toMatchObject([{ flowVehH: 800, speedKmH: 45 }]);
    const uneven = flow(1, '600') + speed(3, '50') + speed(4, '30');
    expect(parse(measured(site('a', uneven))).rows).toMatchObject([{ flowVehH: 600, speedKmH: 40 }]);
    const empty = flow(1, '0') + speed(2, '0', 0);
    expect(parse(measured(site('a', empty))).rows).toMatchObject([{ flowVehH: 0, speedKmH: null }]);
  });

  it('takes places and classes from the table: lorries are among all vehicles', () => {
    const xml = measured(site('a', flow(1, '600') + flow(3, '60')), site('b', flow(1, '1')));
    const { rows, dropped } = withTable(xml, siteTable('a', '9.19186', '45.46416'));
    expect(rows).toMatchObject([{ id: 'a', at: DUOMO, flowVehH: 600 }]);
    expect(dropped).toEqual([{ fault: 'outside', count: 1, example: 'b: no place in the table of sites' }]);
    expect(withTable(xml, siteTable('a', '0', '0')).rows).toEqual([]);
    expect(withTable(xml, siteTable('a', '12.5', '41.9')).dropped).toMatchObject([
      { fault: 'outside', count: 2 },
    ]);
  });

  it('keeps a site that the table has no place of where its id says the street', () => {
    const xml = measured(site('link-7', flow(1, '600')), site('b', flow(1, '1')));
    const got = { main: textMessage(xml), sites: textMessage(siteTable('a', '9.19186', '45.46416')) };
    const { rows, dropped } = datex2.parse(got, context({ ...TABLE, linkPrefix: 'link-' }));
    expect(rows).toMatchObject([{ id: 'link-7', link: 7, at: null, flowVehH: 600 }]);
    expect(dropped).toEqual([{ fault: 'outside', count: 1, example: 'b: no place in the table of sites' }]);
  });

  it('reads other prefixes, none, and version 2', () => {
    const renamed = measured(site('a', flow(1, '600')))
      .replaceAll('roa:', 'ns2:')
      .replaceAll('com:', 'q:');
    expect(parse(renamed).rows).toMatchObject([{ id: 'a', flowVehH: 600 }]);
    const version2 = `<d2LogicalModel xmlns="http://datex2.eu/schema/2/2_0"><payloadPublication>
      <publicationTime>2026-03-25T08:00:00+01:00</publicationTime><siteMeasurements>
      <measurementSiteReference id="a" version="1"/><measurementTimeDefault>2026-03-25T07:59:00+01:00</measurementTimeDefault>
      <measuredValue index="1"><measuredValue><basicData><vehicleFlow><vehicleFlowRate>600</vehicleFlowRate></vehicleFlow></basicData></measuredValue></measuredValue>
      <measuredValue index="2"><measuredValue><basicData><averageVehicleSpeed><speed>42</speed></averageVehicleSpeed></basicData></measuredValue></measuredValue>
      </siteMeasurements></payloadPublication></d2LogicalModel>`;
    expect(parse(version2).rows).toMatchObject([
      { id: 'a', atMs: NOW_MS - 60_000, flowVehH: 600, speedKmH: 42 },
    ]);
  });

  it('drops sites without id, time or value, of the future, and takes −1 and errors for nothing', () => {
    const fault = (xml: string) => parse(measured(xml)).dropped[0]?.fault;
    expect(fault(site('', flow(1, '1')))).toBe('no-id');
    expect(fault(site('a', flow(1, '1'), 'yesterday'))).toBe('no-time');
    expect(fault(site('a', flow(1, '1'), '2026-03-25T07:02:01Z'))).toBe('future');
    expect(fault(site('a', flow(1, '-1') + speed(2, '-1')))).toBe('bad-value');
    expect(fault(site('a', flow(1, 'NaN')))).toBe('bad-value');
    expect(fault(site('a', flow(1, '1e9')))).toBe('bad-value');
    expect(fault(site('a', flow(1, '600', '<com:dataError>true</com:dataError>')))).toBe('bad-value');
  });

  it('tells an empty publication from something else', () => {
    expect(parse(measured())).toMatchObject({ rows: [], whole: true });
    expect(() => parse('<html><body/></html>')).toThrow(/no MeasuredDataPublication/);
    expect(() => parse('<!DOCTYPE a><a/>')).toThrow(FeedFault);
  });

  it('bears 10,000 mutated messages', () => {
    const main = textMessage(
      measured(site('link-1', flow(1, '840') + speed(2, '31.5')), site('a', occupancy(1, '5'))),
    );
    bearsMutations(
      datex2,
      { main, sites: textMessage(siteTable('link-1', '9.19186', '45.46416')) },
      context({ ...TABLE, linkPrefix: 'link-' }),
    );
  });
});
