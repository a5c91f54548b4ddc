// SPDX-License-Identifier: EUPL-1.2
/**
 * What can be set on a measure, said once: the screen builds its form from it, and from it comes the
 * check of what a person or a file says.
 */
import { z } from 'zod';
import type { Hours } from '../../city/city-inputs';

// Without this zod tries whether code may be made at run time, which a strict content security
// policy forbids and reports.
z.config({ jitless: true });

export const FIELD_UNITS = [
  'eur',
  'eur/h',
  'km/h',
  'min',
  'lanes',
  'residents',
  'jobs',
  'places',
  'h/week',
  'm²',
  'm',
  'share',
  '×',
] as const;
export type FieldUnit = (typeof FIELD_UNITS)[number];

interface Limits {
  readonly unit: FieldUnit;
  readonly min: number;
  readonly max: number;
  /** Of the form; of the value too where it is `whole`. */
  readonly step: number;
  readonly whole?: boolean;
}
/** One thing to set; what it starts from is `MeasureKind.initial`. */
export type Field = {
  readonly key: string;
  /** Shown only while another field says this; its value is kept and checked all the same. */
  readonly shownWhen?: { readonly key: string; readonly is: string };
} & (
  | ({ readonly type: 'number' } & Limits)
  /** One number for each key, all within the same limits. */
  | ({ readonly type: 'number-by-key'; readonly keys: readonly string[] } & Limits)
  /** From and to in minutes after midnight, on multiples of `stepMin`, within one day. */
  | { readonly type: 'hours'; readonly stepMin: number }
  | { readonly type: 'choice'; readonly options: readonly string[] }
  /** Any of the options, also none. */
  | { readonly type: 'choices'; readonly options: readonly string[] }
  | { readonly type: 'boolean' }
  | { readonly type: 'text'; readonly minLength: number; readonly maxLength: number }
);

type ValueOf<F extends Field> = F extends { type: 'number' }
  ? number
  : F extends { type: 'number-by-key'; keys: readonly (infer K extends string)[] }
    ? Readonly<Record<K, number>>
    : F extends { type: 'hours' }
      ? Hours
      : F extends { type: 'choice'; options: readonly (infer O)[] }
        ? O
        : F extends { type: 'choices'; options: readonly (infer O)[] }
          ? readonly O[]
          : F extends { type: 'boolean' }
            ? boolean
            : string;
/** The config that fields describe. */
export type ConfigOf<Fields extends readonly Field[]> = {
  readonly [F in Fields[number] as F['key']]: ValueOf<F>;
};

/** What can be wrong with a value; zod's messages are these codes, and the screen has words for them. */
export const FIELD_FAULTS = [
  'missing',
  'not-an-object',
  'not-a-number',
  'not-whole',
  'too-low',
  'too-high',
  'not-yes-or-no',
  'not-a-text',
  'too-short',
  'too-long',
  'not-an-option',
  'said-twice',
  'hours-empty',
  'hours-cross-midnight',
  'hours-off-step',
  'nothing-set',
  'unknown-field',
] as const;
export type FieldFault = (typeof FIELD_FAULTS)[number];

/** Minutes after midnight at which a day ends. */
export const DAY_MIN = 1440;

/** Zod's `error`: one code where the value is missing, another where it is of the wrong sort. */
export const faultOr = (fault: string) => (issue: { input?: unknown }) =>
  issue.input === undefined ? 'missing' : fault;

/** An object of exactly these keys. */
export const exactly = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys' ? 'unknown-field' : faultOr('not-an-object')(issue),
  });

/**
 * The check of a config: every field there and within its limits, nothing else. The messages of its
 * issues are of {@link FIELD_FAULTS}.
 */
export function configOf<const Fields extends readonly Field[]>(fields: Fields): z.ZodType<ConfigOf<Fields>> {
  const shape = Object.fromEntries(fields.map((field) => [field.key, schemaOf(field)]));
  return exactly(shape) as unknown as z.ZodType<ConfigOf<Fields>>;
}

function schemaOf(field: Field): z.ZodType {
  switch (field.type) {
    case 'number':
      return numberIn(field);
    case 'number-by-key':
      return exactly(Object.fromEntries(field.keys.map((key) => [key, numberIn(field)])));
    case 'hours':
      return hoursOf(field.stepMin);
    case 'choice':
      return z.enum(field.options as [string, ...string[]], { error: faultOr('not-an-option') });
    case 'choices':
      return z
        .array(z.enum(field.options as [string, ...string[]], { error: faultOr('not-an-option') }), {
          error: faultOr('not-an-option'),
        })
        .refine((all) => new Set(all).size === all.length, { error: 'said-twice' });
    case 'boolean':
      return z.boolean({ error: faultOr('not-yes-or-no') });
    case 'text':
      return z
        .string({ error: faultOr('not-a-text') })
        .min(field.minLength, { error: 'too-short' })
        .max(field.maxLength, { error: 'too-long' });
  }
}

function numberIn({ min, max, whole }: Limits): z.ZodType<number> {
  const any = z
    .number({ error: faultOr('not-a-number') })
    .min(min, { error: 'too-low' })
    .max(max, { error: 'too-high' });
  return whole ? any.refine(Number.isInteger, { error: 'not-whole' }) : any;
}

function hoursOf(stepMin: number): z.ZodType<Hours> {
  const minute = numberIn({ unit: 'min', min: 0, max: DAY_MIN, step: stepMin }).refine(
    (min) => min % stepMin === 0,
    { error: 'hours-off-step' },
  );
  return exactly({ fromMin: minute, toMin: minute })
    .refine(({ fromMin, toMin }) => fromMin !== toMin, { error: 'hours-empty' })
    .refine(({ fromMin, toMin }) => fromMin <= toMin, { error: 'hours-cross-midnight' });
}
