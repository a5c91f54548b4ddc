// SPDX-License-Identifier: EUPL-1.2
/** A scenario: a named list of measures, and who asks what under which assumptions. Pure. */
import type { MeasureKind, Place } from './measures/measure';

export interface Measure {
  /** Unique in its scenario. */
  readonly id: string;
  /** Of the shelf. */
  readonly kind: string;
  /** Switched off it stays in the list and changes nothing. */
  readonly on: boolean;
  readonly config: unknown;
  readonly place: Place;
}

export interface Scenario {
  readonly name: string;
  readonly description: string;
  readonly author: string;
  /** Of the draws; the same seed gives the same result. */
  readonly seed: string;
  readonly assumptions: readonly string[];
  readonly measures: readonly Measure[];
}

/** The seed where nobody chose another. */
export const FIRST_SEED = '1';

/** A scenario that changes nothing yet. */
export const EMPTY_SCENARIO: Scenario = {
  name: '',
  description: '',
  author: '',
  seed: FIRST_SEED,
  assumptions: [],
  measures: [],
};

/**
 * A measure of a kind, to be added to a scenario: switched on, as its preset says, or as its kind
 * begins, in its first place. A place to be drawn is empty until it is.
 * @throws RangeError where the kind has no such preset.
 */
export function newMeasure(scenario: Scenario, kind: MeasureKind, presetId?: string): Measure {
  const preset = kind.presets.find(({ id }) => id === presetId);
  if (presetId !== undefined && !preset) throw new RangeError(`${kind.id} has no preset ${presetId}`);
  return {
    id: freeId(scenario),
    kind: kind.id,
    on: true,
    config: preset?.config ?? kind.initial,
    place: preset?.place ?? firstPlace(kind),
  };
}

/** m1, m2, …: one more than the highest in the list. */
function freeId({ measures }: Scenario): string {
  const taken = measures.map(({ id }) => Number(/^m(\d{1,9})$/.exec(id)?.[1] ?? 0));
  return `m${Math.max(0, ...taken) + 1}`;
}

function firstPlace({ places, presets }: MeasureKind): Place {
  switch (places[0]) {
    case 'area':
      // The area that the kind is usually about.
      return presets.find(({ place }) => place.kind === 'area')?.place ?? { kind: 'area', areaId: 'area-c' };
    case 'polygon':
      return { kind: 'polygon', ring: [] };
    case 'streets':
      return { kind: 'streets', streetIds: [], lines: [] };
    case 'line':
      return { kind: 'line', points: [] };
    default:
      return { kind: 'city' };
  }
}
