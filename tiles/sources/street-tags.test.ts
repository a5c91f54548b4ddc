// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { along, classOf, fromStreetTags } from './street-tags';

describe('classOf', () => {
  it.each([
    ['primary_link', 'primary'],
    ['living_street', 'residential'],
    ['unclassified', 'residential'],
    ['footway', 'path'],
    ["['tertiary', 'residential']", 'tertiary'],
    ['platform', undefined],
    ['construction', undefined],
    ['elevator', undefined],
    [undefined, undefined],
  ])('%s is %s', (highway, expected) => {
    expect(classOf(highway)).toBe(expected);
  });
});

describe('fromStreetTags', () => {
  it('reads a common street', () => {
    expect(
      fromStreetTags({
        highway: 'primary',
        name: 'Via Novara',
        oneway: 'yes',
        lanes: '2',
        maxspeed: '50',
        bridge: 'yes',
      }),
    ).toEqual({
      class: 'primary',
      name: 'Via Novara',
      oneway: true,
      against: false,
      lanes: 2,
      speedKmH: 50,
      bridge: true,
    });
  });

  it.each([
    ['yes', true, false],
    [true, true, false],
    ['True', true, false],
    ['-1', true, true],
    ['no', false, false],
    ['False', false, false],
    ['alternating', false, false],
  ])('oneway %s', (oneway, one, against) => {
    expect(fromStreetTags({ highway: 'residential', oneway })).toMatchObject({ oneway: one, against });
  });

  it('takes roundabouts and motorways for one-way, unless they say otherwise', () => {
    expect(fromStreetTags({ highway: 'tertiary', junction: 'roundabout' })?.oneway).toBe(true);
    expect(fromStreetTags({ highway: 'motorway_link' })?.oneway).toBe(true);
    expect(fromStreetTags({ highway: 'motorway_link', oneway: 'no' })?.oneway).toBe(false);
    expect(fromStreetTags({ highway: 'tertiary' })?.oneway).toBe(false);
  });

  it.each([
    ["['50' '30']", 30],
    ['30 mph', 48],
    ['IT:urban', 50],
    ['IT:zone30', 30],
    ['IT:zone:30', 30],
    ['IT:zone:urban', 50],
    ['50 km/h', 50],
    ['signals', undefined],
    ['9999', undefined],
    [-5, undefined],
  ])('a limit of %s is %s km/h', (maxspeed, expected) => {
    expect(fromStreetTags({ highway: 'primary', maxspeed: String(maxspeed) })?.speedKmH).toBe(expected);
  });

  it('takes the tightest piece of a merged edge', () => {
    expect(fromStreetTags({ highway: 'primary', lanes: '[2, 3]' })?.lanes).toBe(2);
    expect(fromStreetTags({ highway: 'primary', lanes: ['4', '3'] })?.lanes).toBe(3);
    expect(fromStreetTags({ highway: 'primary', lanes: 'many' })?.lanes).toBeUndefined();
  });

  it('knows ways on foot and streets closed to motors', () => {
    expect(fromStreetTags({ highway: 'steps' })?.footOnly).toBe(true);
    expect(fromStreetTags({ highway: 'service', motor_vehicle: 'no' })?.footOnly).toBe(true);
    expect(fromStreetTags({ highway: 'service', access: 'private' })?.footOnly).toBeUndefined();
    expect(fromStreetTags({ highway: 'pedestrian', area: 'yes' })).toBeUndefined();
  });

  it('turns a line into the direction of travel', () => {
    const line = {
      type: 'LineString' as const,
      coordinates: [
        [1, 2],
        [3, 4],
      ],
    };
    expect(along(line, true).coordinates).toEqual([
      [3, 4],
      [1, 2],
    ]);
    expect(along(line, false)).toBe(line);
  });
});
