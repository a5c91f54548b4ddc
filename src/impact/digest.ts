// SPDX-License-Identifier: EUPL-1.2
/**
 * What a page about an answer says, a few kilobytes: it is made when the answer is published, so that its text stands
 * before any map and long after the models that answered. The figures are codes and estimates; words are the screen's,
 * but for those about the measures, which name streets and areas that a page does not have. Pure.
 */
import { z } from 'zod';
import { MODELS } from '../city/model-id';
import { columnDirections, DIRECTIONS } from './certainty';
import { type Estimate, estimateAt, keptEstimate } from './estimate';
import { drawsOf, type Impact, type Metric, modelsIn } from './impact';
import { FIELDS, type FieldId, TOTALS, UNITS } from './outcome';
import { metricDirection, type Sentence, summaryOf, TOPICS, type Topic } from './summary';
import { toldFirst } from './told-first';

const DIGEST_VERSION = 1;

const keysOf = <Key extends string>(of: Readonly<Record<Key, unknown>>) => Object.keys(of) as [Key, ...Key[]];
const told = z
  .tuple([z.number(), z.number(), z.number(), z.number(), z.int()])
  .transform(([value, low, high, sameSign, draws], context): Estimate => {
    try {
      return keptEstimate({ value, low, high, sameSign, draws });
    } catch (error) {
      context.addIssue({ code: 'custom', message: (error as Error).message });
      return z.NEVER;
    }
  });
const direction = z.enum(DIRECTIONS);
const unit = z.enum(UNITS);
/** The same in both languages of the screen. */
const text2 = z.strictObject({ it: z.string(), en: z.string() });
const count = z.int().min(0);

const sentence = z.strictObject({
  topic: z.enum(keysOf(TOPICS)),
  ...{ direction, unit, change: told },
  share: told.nullable(),
  districts: z.strictObject({ gain: count, lose: count, unclear: count, same: count }).nullable(),
  /** Where it surely changes most. */
  most: z
    .strictObject({
      name: z.string(),
      field: z.enum(keysOf(FIELDS)),
      direction: z.enum(['less', 'more']),
      ...{ unit, change: told },
    })
    .nullable(),
  outside: told.nullable(),
  /** Of that hour in the whole city; absent from what was published before it was told. */
  tripsH: z.number().min(0).nullable().default(null),
});
export type ToldSentence = z.infer<typeof sentence>;

const question = z.strictObject({
  /** What is changed: a number of a measure, as the measure's form calls it. */
  label: text2,
  unit: z.string(),
  stops: z
    .array(
      z.strictObject({
        value: z.number(),
        text: text2,
        resultHash: z.string(),
        sentences: z.array(sentence),
      }),
    )
    .min(2),
  /** Of the stops, the one that the scenario has. */
  at: count,
});

const schema = z.strictObject({
  version: z.literal(DIGEST_VERSION),
  scenario: z.string(),
  synthetic: z.boolean(),
  year: z.int(),
  effort: z.string(),
  seed: z.string(),
  draws: z.strictObject({ fewest: count, most: count }),
  relativeGap: z.number(),
  resultHash: z.string(),
  models: z.array(z.enum(MODELS)),
  modelVersions: z.record(z.string(), z.string()),
  /** All that may be told, what is told first at the beginning. */
  sentences: z.array(sentence),
  totals: z.array(
    z.strictObject({ id: z.enum(keysOf(TOTALS)), unit, before: told, after: told, change: told, direction }),
  ),
  /** The map of gains and losses, district by district; null where the answer has nothing over districts. */
  map: z
    .strictObject({
      field: z.enum(keysOf(FIELDS)),
      unit,
      rows: z.array(z.strictObject({ id: z.int(), name: z.string(), change: told.nullable(), direction })),
    })
    .nullable(),
  measures: z.array(text2),
  /** What "before" is. */
  before: z.array(text2),
  assumptions: z.array(z.string()),
  /** Of the predictions of changes that the model was not shown, how many lie in their interval; null: not of this model. */
  validation: z.strictObject({ inside: count, of: count }).nullable(),
  questions: z.array(question),
  sources: z.array(
    z.strictObject({
      title: text2,
      publisher: z.string(),
      licence: z.strictObject({ name: z.string(), url: z.string() }),
      vintage: z.string(),
      page: z.string(),
    }),
  ),
  /** Where the map looks at first. */
  view: z.strictObject({
    at: z.tuple([z.number(), z.number()]),
    zoom: z.number(),
    pitchDeg: z.number(),
    bearingDeg: z.number(),
  }),
});
/** As it is sent and kept: estimates as five numbers. */
export type DigestJson = z.input<typeof schema>;
export type Digest = z.infer<typeof schema>;

/** The districts of a city, row by row. */
interface DistrictNames {
  readonly id: ArrayLike<number>;
  readonly name: readonly string[];
  readonly districts: number;
}
/** What is said of an answer beside its figures. */
export type Said = Omit<
  DigestJson,
  'version' | 'draws' | 'relativeGap' | 'models' | 'sentences' | 'totals' | 'map'
>;

/** The digest of an answer. */
export function digestOf(impact: Impact, districts: DistrictNames, said: Said): DigestJson {
  const sentences = toldFirst(summaryOf(impact, districts.districts));
  return {
    ...said,
    version: DIGEST_VERSION,
    draws: drawsOf(impact),
    relativeGap: rounded(impact.relativeGap),
    models: [...modelsIn(impact)],
    sentences: sentences.map((one) => sentenceJson(one, districts.name)),
    totals: impact.totals.filter(isTold).map((metric) => ({
      ...{ id: metric.id, unit: metric.unit, direction: metricDirection(metric, impact.relativeGap) },
      ...{ before: json(metric.before), after: json(metric.after), change: json(metric.change) },
    })),
    map: mapOf(impact, districts, sentences),
  };
}

/** A digest as it was kept. @throws z.ZodError where it is none of this version */
export const readDigest = (value: unknown): Digest => schema.parse(value);

/** The sentences of another answer, for a question that has been answered beforehand. */
export const toldSentences = (impact: Impact, { name, districts }: DistrictNames) =>
  toldFirst(summaryOf(impact, districts)).map((one) => sentenceJson(one, name));

/** Fields over the districts by topic: what the map of gains and losses shows where it is about that. */
const FIELDS_OF_TOPICS: Readonly<Partial<Record<Topic, FieldId>>> = {
  districts: 'consumerSurplusZoneEurH',
  schools: 'unplacedPrimaria',
  schoolWay: 'schoolWalkMin',
  care: 'homeCareUnmetH',
  shopVisits: 'shopVisitsDay',
  shopMoves: 'shopVisitsDay',
  pharmacy: 'pharmacyMin',
  familyDoctor: 'familyDoctorMin',
  library: 'libraryMin',
  civicOffice: 'civicOfficeMin',
  socialService: 'socialServiceMin',
  nursingHome: 'nursingHomeMin',
  trees: 'threeTreesShare',
  parks: 'nearParkShare',
  crowns: 'canopyShare',
  heat: 'nightWarmerC',
};

/** Who gains and who loses, where that is known; else what is told first, of what differs by district. */
function mapOf(
  impact: Impact,
  { id, name, districts }: DistrictNames,
  sentences: readonly Sentence[],
): DigestJson['map'] {
  const wanted = [
    'consumerSurplusZoneEurH',
    ...sentences.flatMap(({ topic }) => FIELDS_OF_TOPICS[topic] ?? []),
  ];
  const field = wanted.flatMap((one) => impact.fields.filter((each) => each.id === one))[0];
  if (!field) return null;
  const directions = columnDirections(field, impact.relativeGap);
  return {
    ...{ field: field.id, unit: field.unit },
    rows: Array.from({ length: districts }, (_, row) => {
      const change = estimateAt(field.change, row);
      return {
        ...{ id: id[row] as number, name: name[row] ?? '' },
        change: Number.isNaN(change.value) ? null : json(change),
        direction: DIRECTIONS[directions[row] as number]!,
      };
    }),
  };
}

function sentenceJson(one: Sentence, names: readonly string[]): z.input<typeof sentence> {
  const { topic, direction, unit, change, share, districts, most, outside, tripsH } = one;
  return {
    ...{ topic, direction, unit, change: json(change), districts },
    share: share && json(share),
    most: most && {
      ...{ name: names[most.row] ?? '', field: most.field, direction: most.direction, unit: most.unit },
      change: json(most.change),
    },
    outside: outside && json(outside),
    tripsH: tripsH === null ? null : rounded(tripsH),
  };
}

const isTold = ({ change }: Metric) => !Number.isNaN(change.value);

/** Digits of a figure: more than any interval needs. */
const DIGITS = 6;
const rounded = (value: number) => Number(value.toPrecision(DIGITS)) + 0;
const json = ({ value, low, high, sameSign, draws }: Estimate): z.input<typeof told> => [
  rounded(value),
  rounded(low),
  rounded(high),
  rounded(sameSign),
  draws,
];
