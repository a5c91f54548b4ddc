// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { lonLat } from '../../../src/city/frames';
import { NO_DISTRICTS } from '../district-finder';
import type { CleanBuilding } from '../theme';
import { namedBuildings } from './named';

const at = lonLat(9.19, 45.46);
const building = (stableId: string, name?: string, more: Partial<CleanBuilding> = {}, address?: string) =>
  ({
    stableId,
    district: 1,
    areaM2: 100,
    centre: at,
    ...more,
    record: { stableId, footprintSource: 's', ...(name ? { name } : {}), ...(address ? { address } : {}) },
  }) as CleanBuilding;
const found = (...buildings: CleanBuilding[]) =>
  namedBuildings(buildings, { ...NO_DISTRICTS, name: (id) => (id === 1 ? 'Duomo' : undefined) });

describe('buildings found by name', () => {
  it('are those with a name: one entry a name and district, at the largest piece', () => {
    expect(
      found(
        building('a', 'Duomo di Milano'),
        building('b'),
        building('c', 'Galleria Vittorio Emanuele II'),
        building('d', 'Galleria Vittorio Emanuele II', { areaM2: 900, centre: lonLat(9.2, 45.5) }),
        building('e', 'Galleria Vittorio Emanuele II', { district: 0 }),
      ),
    ).toEqual([
      { kind: 'building', id: 'a', name: 'Duomo di Milano', detail: 'Duomo', at },
      {
        kind: 'building',
        id: 'd',
        name: 'Galleria Vittorio Emanuele II',
        detail: 'Duomo',
        at: [9.2, 45.5],
      },
      { kind: 'building', id: 'e', name: 'Galleria Vittorio Emanuele II', at },
    ]);
  });

  it.each([
    ['20A'],
    ['22050'],
    ['Via Torino, 3'],
    ['via Po 3/A'],
    ['Piazza Duca d’Aosta 9b'],
    ['V.le Monza 100'],
  ])('%s is no name', (name) => expect(found(building('a', name))).toEqual([]));

  it.each([
    ['Piazza Liberty'],
    ['Edificio 14 – Nave'],
    ['Corso Como Place'],
    ['Torre Avantgarde'],
    ['Viarenna'],
  ])('%s is one', (name) => expect(found(building('a', name))).toHaveLength(1));

  it('leaves out a name that is the address', () => {
    expect(found(building('a', 'Cascina Merlata', {}, 'Cascina Merlata'))).toEqual([]);
  });
});
