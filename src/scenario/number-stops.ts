// SPDX-License-Identifier: EUPL-1.2
/** Numbers of a scenario's measures that may be asked about with other values: "how many, at which price?" Pure. */
import { measureKind } from './measures';
import type { Field, FieldUnit } from './measures/fields';
import type { Measure, Scenario } from './scenario';

type Numbers = Extract<Field, { type: 'number' } | { type: 'number-by-key' }>;

/** A number that may be changed, and the values that it is asked with. */
export interface NumberStops {
  readonly measureId: string;
  readonly kind: string;
  readonly key: string;
  /** Of the value; of one by key, of the first, which the others keep their proportion to. */
  readonly unit: FieldUnit;
  /** As the scenario has it: one of the stops. */
  readonly value: number;
  readonly limits: Pick<Numbers, 'min' | 'max' | 'whole'>;
  /** Ascending, within the limits; two at least. */
  readonly stops: readonly number[];
}

/** Shares of the value of now, about it: half as much again, and half as much. */
const FACTORS = [0.5, 0.75, 1, 1.25, 1.5] as const;
const CENTS = 100;

/** Of the measures that are on, in their order. */
export function numberStops({ measures }: Pick<Scenario, 'measures'>): readonly NumberStops[] {
  return measures
    .filter(({ on }) => on)
    .flatMap((measure) => numbersOf(measure).flatMap((field) => stopsOf(measure, field) ?? []));
}

const numbersOf = ({ kind }: Measure): readonly Numbers[] =>
  (measureKind(kind)?.fields ?? []).filter(
    (field: Field): field is Numbers => field.type === 'number' || field.type === 'number-by-key',
  );

/** Null where there is nothing to vary: no value, none but one within the limits, or a field that is not shown. */
function stopsOf({ id, kind, config }: Measure, field: Numbers): NumberStops | null {
  const values = config as Readonly<Record<string, unknown>>;
  const { shownWhen, key, unit, min, max, step } = field;
  if (shownWhen && values[shownWhen.key] !== shownWhen.is) return null;
  const value = firstOf(field, values[key]);
  if (!value) return null;
  const near = FACTORS.map((factor) => (factor === 1 ? value : onStep(value * factor, step)));
  const stops = [...new Set(near)].filter((stop) => stop >= min && stop <= max).sort((a, b) => a - b);
  const { whole } = field as Numbers;
  if (stops.length < 2) return null;
  return { measureId: id, kind, key, unit, value, limits: { min, max, ...(whole && { whole }) }, stops };
}

function firstOf(field: Numbers, said: unknown): number | undefined {
  const value =
    field.type === 'number' ? said : (said as Readonly<Record<string, unknown>>)?.[field.keys[0] as string];
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** Through text: 19 × 0.05 is no round figure. */
const onStep = (value: number, step: number): number =>
  Number((Math.round(value / step) * step).toPrecision(10));

/**
 * The scenario with that number at another stop and everything else as it is; numbers by key keep their proportion, to
 * the cent, within their limits. @throws RangeError where there is no such measure
 */
export function withNumber(scenario: Scenario, of: NumberStops, stop: number): Scenario {
  const measure = scenario.measures.find(({ id }) => id === of.measureId);
  if (!measure) throw new RangeError(`there is no measure ${of.measureId}`);
  const config = measure.config as Readonly<Record<string, unknown>>;
  const now = config[of.key];
  const { min, max, whole } = of.limits;
  const parts = whole ? 1 : CENTS;
  const scaled = (value: number) =>
    Math.max(min, Math.min(max, Math.round(((value * stop) / of.value) * parts) / parts));
  const changed =
    typeof now === 'number'
      ? stop
      : Object.fromEntries(
          Object.entries(now as Readonly<Record<string, number>>).map(([key, value]) => [key, scaled(value)]),
        );
  const after: Measure = { ...measure, config: { ...config, [of.key]: changed } };
  return { ...scenario, measures: scenario.measures.map((one) => (one === measure ? after : one)) };
}
