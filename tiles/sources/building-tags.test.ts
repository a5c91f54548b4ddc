// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { MILANO } from '../../src/city/place';
import { buildingUse, fromTags, notStanding } from './building-tags';

function read(tags: Record<string, unknown>) {
  const notes: string[] = [];
  const log = {
    place: MILANO,
    row: () => 1,
    drop: () => {},
    note: (_: string, row: number, detail: string) => {
      notes.push(`row ${row}: ${detail}`);
    },
  };
  return { row: fromTags(tags, log, 1), notes };
}

describe('fromTags', () => {
  it('takes the height as stated before anything else', () => {
    expect(read({ building: 'yes', height: '7 m', 'building:levels': '5' }).row).toEqual({
      heightM: 7,
      heightOrigin: 'stated',
      storeys: 5,
      use: 'unknown',
      rank: 30,
    });
  });

  it('counts storeys at 3.2 m, with the roof above them', () => {
    expect(read({ building: 'apartments', 'building:levels': '5' }).row).toMatchObject({
      heightM: 16,
      heightOrigin: 'storeys',
      storeys: 5,
      rank: 20,
    });
    expect(
      read({ building: 'house', 'building:levels': '2', 'roof:levels': '1', 'roof:shape': 'gabled' }).row,
    ).toMatchObject({
      heightM: 9.6,
    });
    expect(read({ building: 'house', 'building:levels': '2', 'roof:height': '2,5' }).row).toMatchObject({
      heightM: 8.9,
    });
  });

  it.each([
    ['-3', 'row 1: height -3 m is negative'],
    ['9999', 'row 1: height 9999 m is over 400 m'],
    ['alto', 'row 1: height "alto" is no number'],
  ])('passes over the height %s, notes it, and falls back to storeys', (height, note) => {
    const { row, notes } = read({ building: 'yes', height, 'building:levels': '4' });
    expect(row).toMatchObject({ heightM: 12.8, heightOrigin: 'storeys' });
    expect(notes).toEqual([note]);
  });

  it('knows nothing of the height from 0 storeys, 0 m, or the storeys over a canopy', () => {
    for (const tags of [
      { building: 'yes', 'building:levels': '0' },
      { building: 'yes', height: '0' },
      { building: 'roof', 'building:levels': '3', layer: '3' },
    ]) {
      const { row } = read(tags);
      expect(row.heightM).toBeUndefined();
      expect(row.storeys).toBeUndefined();
      expect(row.rank).toBe(10);
    }
    expect(read({ building: 'roof', height: '4.5' }).row).toMatchObject({ heightM: 4.5, use: 'minor' });
  });

  it('knows parts that hang in the air', () => {
    expect(read({ 'building:part': 'yes', height: '30', min_height: '12' }).row).toMatchObject({
      isPart: true,
      heightM: 30,
      minHeightM: 12,
    });
    expect(
      read({ 'building:part': 'yes', 'building:levels': '10', 'building:min_level': '4' }).row,
    ).toMatchObject({
      heightM: 32,
      minHeightM: 12.8,
    });
    const { row, notes } = read({ building: 'yes', height: '10', min_height: '12' });
    expect(row.minHeightM).toBeUndefined();
    expect(notes).toEqual(['row 1: base at 12 m is not under the top at 10 m']);
    expect(read({ building: 'yes' }).row.isPart).toBeUndefined();
    expect(read({ building: 'no', 'building:part': 'office', height: '9' }).row).toMatchObject({
      isPart: true,
      use: 'office',
    });
  });

  it('keeps year, name and address', () => {
    expect(
      read({
        building: 'civic',
        start_date: '16-12-1889',
        name: ' Palazzo  X ',
        'addr:street': 'Via Larga',
        'addr:housenumber': 12,
      }).row,
    ).toMatchObject({ year: 1889, name: 'Palazzo X', address: 'Via Larga, 12', use: 'civic' });
  });
});

describe('notStanding', () => {
  it.each([
    [{ building: 'no' }, 'not-a-building'],
    [{ building: 'service', demolished: 'yes' }, 'demolished'],
    [{ building: 'university', end_date: '2018-07-26' }, 'demolished'],
    [{ building: 'demolished' }, 'demolished'],
    [{ building: 'yes', location: 'underground' }, 'not-a-building'],
    [{ building: 'yes', layer: '-1' }, 'not-a-building'],
    [{ building: 'yes', layer: '-1', 'building:levels': '2' }, undefined],
    [{ building: 'yes', 'demolished:amenity': 'library' }, undefined],
    [{ building: 'yes', demolished: 'no' }, undefined],
    [{ 'building:part': 'yes' }, undefined],
    [{ building: 'no', 'building:part': 'yes' }, undefined],
    [{ building: 'no', 'building:part': 'no' }, 'not-a-building'],
  ])('%j: %s', (tags, reason) => {
    expect(notStanding(tags)?.reason).toBe(reason);
  });
});

describe('buildingUse', () => {
  it.each([
    ['apartments', {}, 'residential'],
    ['garages', {}, 'parking'],
    ['cathedral', {}, 'worship'],
    ['government_office', {}, 'office'],
    ['construction', { construction: 'hotel' }, 'hotel'],
    ['yes', { amenity: 'place_of_worship' }, 'worship'],
    ['yes', { amenity: 'school' }, 'school'],
    ['yes', { shop: 'bakery' }, 'commercial'],
    ['yes', {}, 'unknown'],
    ['never-heard-of', {}, 'unknown'],
  ])('%s %j is %s', (kind, tags, use) => {
    expect(buildingUse(kind, tags)).toBe(use);
  });
});
