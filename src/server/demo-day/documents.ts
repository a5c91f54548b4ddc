// SPDX-License-Identifier: EUPL-1.2
/** Rows of the demo's day as the documents of their protocols. */
import type {
  AirRow,
  BikeStationRow,
  CarParkRow,
  PresenceRow,
  TrafficRow,
  WeatherRow,
} from '../../city/live';

const iso = (atMs: number) => new Date(atMs).toISOString();

/** GBFS 3.0, gbfs.json: where the other files are. `base` has no slash at its end. */
export const gbfsRoot = (base: string, nowMs: number) =>
  gbfsFile(nowMs, 3600, {
    feeds: ['station_information', 'station_status', 'vehicle_types'].map((name) => ({
      name,
      url: `${base}/${name}.json`,
    })),
  });

const gbfsFile = (nowMs: number, ttl: number, data: object) => ({
  last_updated: iso(nowMs),
  ttl,
  version: '3.0',
  data,
});

export const stationInformation = (rows: readonly BikeStationRow[], nowMs: number) =>
  gbfsFile(nowMs, 3600, {
    stations: rows.map(({ id, name, at: [lon, lat], capacity }) => ({
      station_id: id,
      name: [{ text: name, language: 'it' }],
      lat,
      lon,
      ...(capacity === null ? {} : { capacity }),
    })),
  });

export const stationStatus = (rows: readonly BikeStationRow[], nowMs: number) =>
  gbfsFile(nowMs, 30, {
    stations: rows.map(({ id, bikes, electric, docks, renting, returning, atMs }) => ({
      station_id: id,
      num_vehicles_available: bikes,
      vehicle_types_available: [
        { vehicle_type_id: 'bike', count: bikes - (electric ?? 0) },
        { vehicle_type_id: 'e-bike', count: electric ?? 0 },
      ],
      ...(docks === null ? {} : { num_docks_available: docks }),
      is_installed: true,
      is_renting: renting,
      is_returning: returning,
      last_reported: iso(atMs),
    })),
  });

export const vehicleTypes = (nowMs: number) =>
  gbfsFile(nowMs, 3600, {
    vehicle_types: [
      { vehicle_type_id: 'bike', form_factor: 'bicycle', propulsion_type: 'human' },
      {
        vehicle_type_id: 'e-bike',
        form_factor: 'bicycle',
        propulsion_type: 'electric_assist',
        max_range_meters: 60_000,
      },
    ],
  });

type Measured = AirRow | WeatherRow | CarParkRow;
/** Units as the feed of SensorThings reads them. */
const WEATHER_UNITS: Readonly<Record<WeatherRow['quantity'], string>> = {
  temperatureC: '°C',
  humidityShare: '1',
  rainMm: 'mm',
  windMS: 'm/s',
  windFromDeg: '°',
};

/** OGC SensorThings 1.1: Datastreams with their latest Observation, ObservedProperty, Thing and Location. */
export const datastreams = (rows: readonly Measured[]) => ({
  value: rows.map((row, i) => {
    const { property, unit, result, thing, capacity } = observed(row);
    const time = iso(row.atMs);
    return {
      '@iot.id': i + 1,
      name: `${row.name}: ${property}`,
      unitOfMeasurement: { name: unit, symbol: unit, definition: 'https://ucum.org/' },
      observationType: 'http://www.opengis.net/def/observationType/OGC-OM/2.0/OM_Measurement',
      ObservedProperty: { '@iot.id': property, name: property, definition: '' },
      Thing: {
        '@iot.id': thing,
        name: row.name,
        properties: capacity === null ? {} : { capacity },
        Locations: [
          {
            encodingType: 'application/geo+json',
            location: { type: 'Point', coordinates: [row.at[0], row.at[1]] },
          },
        ],
      },
      Observations: [{ '@iot.id': `${row.id} ${row.atMs}`, phenomenonTime: time, resultTime: time, result }],
    };
  }),
});

function observed(row: Measured) {
  if ('pollutant' in row)
    return {
      property: row.pollutant,
      unit: row.pollutant === 'CO' ? 'mg/m³' : 'µg/m³',
      result: row.value,
      thing: row.station,
      capacity: null,
    };
  if ('quantity' in row)
    return {
      property: row.quantity,
      unit: WEATHER_UNITS[row.quantity],
      result: row.value,
      thing: row.station,
      capacity: null,
    };
  return { property: 'free', unit: '1', result: row.free ?? 0, thing: row.id, capacity: row.capacity };
}

/** DATEX II v3, MeasuredDataPublication: flow and speed of each street that counts. Few prefixes: a whole city is to stay well below what a relay takes. */
export function measuredData(rows: readonly TrafficRow[], nowMs: number): string {
  const quantity = (index: number, type: string, content: string) =>
    `<physicalQuantity index="${index}"><physicalQuantity xsi:type="SinglePhysicalQuantity"><basicData xsi:type="${type}">${content}</basicData></physicalQuantity></physicalQuantity>`;
  const sites = rows.map(({ id, atMs, flowVehH, speedKmH }) => {
    const flow =
      flowVehH === null
        ? ''
        : quantity(
            1,
            'TrafficFlow',
            `<vehicleFlow><c:vehicleFlowRate>${flowVehH}</c:vehicleFlowRate></vehicleFlow>`,
          );
    const speed =
      speedKmH === null
        ? ''
        : quantity(
            2,
            'TrafficSpeed',
            `<averageVehicleSpeed><c:speed>${speedKmH}</c:speed></averageVehicleSpeed>`,
          );
    return `<siteMeasurements><measurementSiteReference targetClass="MeasurementSite" id="${id}" version="1"/><measurementTimeDefault><timeValue>${iso(atMs)}</timeValue></measurementTimeDefault>${flow}${speed}</siteMeasurements>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<mc:messageContainer xmlns:mc="http://datex2.eu/schema/3/messageContainer" xmlns="http://datex2.eu/schema/3/roadTrafficData" xmlns:c="http://datex2.eu/schema/3/common" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" modelBaseVersion="3">
<mc:payload xsi:type="MeasuredDataPublication" lang="it" modelBaseVersion="3">
<c:publicationTime>${iso(nowMs)}</c:publicationTime>
<c:publicationCreator><c:country>it</c:country><c:nationalIdentifier>gemello-milano-demo</c:nationalIdentifier></c:publicationCreator>
<measurementSiteTableReference targetClass="MeasurementSiteTable" id="demo" version="1"/>${sites.join('')}
</mc:payload></mc:messageContainer>`;
}

/** Persons by district, as the feed `presence` reads them. */
export const presenceDocument = (rows: readonly PresenceRow[], nowMs: number) => ({
  observedAt: iso(rows[0]?.atMs ?? nowMs),
  districts: rows.map(({ district, residents, workers, visitors }) => ({
    district,
    residents,
    workers,
    visitors,
  })),
});
