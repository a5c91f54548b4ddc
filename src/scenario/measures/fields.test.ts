// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { checkConfig } from '../check-measure';
import { EXAMPLES } from '../fixtures/examples';
import { MEASURES, type MeasureId, measureKind } from '.';
import type { Field } from './fields';

const faults = (id: MeasureId, config: unknown) =>
  checkConfig(measureKind(id), config).map(({ path, code, said }) => `${path}: ${code} ${said}`.trim());
const example = (id: MeasureId) => EXAMPLES[id].config as Record<string, unknown>;
const hours = (fromMin: unknown, toMin: unknown) =>
  faults('road-pricing', { ...example('road-pricing'), hours: { fromMin, toMin } });
const toll = (visitor: unknown) =>
  faults('road-pricing', { ...example('road-pricing'), priceEur: { visitor, resident: 2, goods: 3 } });

describe('the shelf of measures', () => {
  it('has kinds with an id of their own each', () =>
    expect(new Set(MEASURES.map(({ id }) => id)).size).toBe(MEASURES.length));

  it.each(MEASURES.map((kind) => [kind.id, kind] as const))(
    '%s begins, and is preset, within its own limits',
    (_, kind) => {
      expect(kind.places.length).toBeGreaterThan(0);
      const configs: unknown[] = [kind.initial, ...kind.presets.map(({ config }) => config)];
      for (const config of configs) expect(checkConfig(kind, config)).toEqual([]);
      for (const { place } of kind.presets) expect(kind.places).toContain(place.kind);
      const keys = kind.fields.map(({ key }) => key).sort();
      expect(Object.keys(kind.initial).sort()).toEqual(keys);
    },
  );

  it.each(MEASURES.map((kind) => [kind.id, kind] as const))(
    '%s has limits that include and order themselves',
    (_, kind) => {
      for (const field of kind.fields as readonly Field[]) {
        if ('min' in field) expect(field.min).toBeLessThan(field.max);
        if (field.shownWhen) {
          const other = (kind.fields as readonly Field[]).find(({ key }) => key === field.shownWhen?.key);
          expect(other?.type === 'choice' && other.options).toContain(field.shownWhen.is);
        }
      }
    },
  );

  it('knows its kinds by their id, and no others', () => {
    expect(measureKind('lanes').id).toBe('lanes');
    expect(measureKind('teleport' as string)).toBeUndefined();
    expect(measureKind('constructor' as string)).toBeUndefined();
  });
});

describe('what is set on a measure', () => {
  it('is within its limits, both included', () => {
    expect([toll(0), toll(100)]).toEqual([[], []]);
    expect(toll(-5)).toEqual(['config.priceEur.visitor: too-low -5']);
    expect(toll(1e9)).toEqual(['config.priceEur.visitor: too-high 1000000000']);
  });

  it('is a number where one is asked for', () => {
    for (const [said, as] of [
      [Number.NaN, 'NaN'],
      [Number.POSITIVE_INFINITY, 'Infinity'],
      ['5', '"5"'],
      [null, 'null'],
    ])
      expect(toll(said)).toEqual([`config.priceEur.visitor: not-a-number ${as}`]);
    expect(toll(undefined)).toEqual(['config.priceEur.visitor: missing']);
  });

  it('has hours within a day, from before to, on their step', () => {
    expect([hours(0, 1440), hours(450, 480)]).toEqual([[], []]);
    expect(hours(1200, 360)).toEqual(['config.hours: hours-cross-midnight {"fromMin":1200,"toMin":360}']);
    expect(hours(480, 480)).toEqual(['config.hours: hours-empty {"fromMin":480,"toMin":480}']);
    expect(hours(455, 480)).toEqual(['config.hours.fromMin: hours-off-step 455']);
    expect(hours(450, 1470)).toEqual(['config.hours.toMin: too-high 1470']);
    expect(hours(-30, 480)).toEqual(['config.hours.fromMin: too-low -30']);
    expect(faults('school-street', { hours: { fromMin: 465, toMin: 510 } })).toEqual([]);
  });

  it('names what is missing, unknown or of the wrong sort', () => {
    expect(faults('lanes', {})).toEqual(['config.lanesMore: missing']);
    expect(faults('lanes', undefined)).toEqual(['config: missing']);
    expect(faults('lanes', [])).toEqual(['config: not-an-object []']);
    expect(faults('lanes', { lanesMore: 1, colour: 'red' })).toEqual(['config.colour: unknown-field "red"']);
    expect(faults('lanes', { lanesMore: 1.5 })).toEqual(['config.lanesMore: not-whole 1.5']);
    expect(faults('close-streets', { pedestrianise: 1 })).toEqual(['config.pedestrianise: not-yes-or-no 1']);
    expect(faults('one-way', { direction: 'up', keepLanes: true })).toEqual([
      'config.direction: not-an-option "up"',
    ]);
    const ban = (classes: unknown) => faults('emission-ban', { ...example('emission-ban'), classes });
    expect(ban(['diesel-euro9'])).toEqual(['config.classes.0: not-an-option "diesel-euro9"']);
    expect(ban(['diesel-euro1', 'diesel-euro1'])).toEqual([
      'config.classes: said-twice ["diesel-euro1","diesel-euro1"]',
    ]);
    const line = (name: unknown) => faults('transit-line', { ...example('transit-line'), line: name });
    expect(line('')).toEqual(['config.line: too-short ""']);
    expect(line(7)).toEqual(['config.line: not-a-text 7']);
    expect(line('x'.repeat(41))[0]).toMatch(/^config\.line: too-long /);
  });
});
