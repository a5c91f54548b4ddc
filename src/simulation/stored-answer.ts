// SPDX-License-Identifier: EUPL-1.2
/** An answer that was stored once, against what is asked now: whether it still answers it, and what a new run says of it. Pure. */
import type { CityInputs } from '../city/city-inputs';
import type { Impact } from '../impact/impact';
import { resultChange, sameFigures, type TotalChange } from '../impact/result-change';
import { fileChanges, INPUT_TOPICS, type InputTopic } from '../scenario/file-changes';
import { SCHEMA_VERSION } from '../scenario/migrations';
import { modelsAsked } from '../scenario/models-asked';
import type { Scenario } from '../scenario/scenario';
import { aboutAnswer, MODEL_VERSIONS } from './answer';
import { answerKey, type KeptAnswer } from './kept-answer';
import type { Answer, Effort } from './protocol';

/** All that an answer hangs on. */
type Asked = Parameters<typeof answerKey>[0];

/** What a run of today would be asked, by which models and on which data: its key names the answer that it would give. */
export const askedToday = (city: CityInputs, scenario: Scenario, effort: Effort): Asked => {
  const about = modelsAsked(city, scenario).map((model) => aboutAnswer(model, city, scenario, effort));
  const versions = about.flatMap(({ modelVersions }) => Object.entries(modelVersions));
  return { scenario, effort, modelVersions: Object.fromEntries(versions), inputHashes: city.hashes };
};

/** What is not today as it was when an answer was worked out. */
export interface AnswerChanges {
  /** The scenario asks something else. */
  readonly question: boolean;
  /** Data of these topics are others. */
  readonly inputs: readonly InputTopic[];
  /** Ids of the models that are of another version. */
  readonly models: readonly string[];
}

/** Null: nothing; the answer is the one that a run of today would give. */
export function changesSince(kept: KeptAnswer, key: string, today: Asked): AnswerChanges | null {
  const { effort, modelVersions, inputHashes } = kept;
  // Under its key lies what was asked then: today's question on those terms has the same key, or is another.
  const question = answerKey({ scenario: today.scenario, effort, modelVersions, inputHashes }) !== key;
  if (!question && key === answerKey({ ...today, effort })) return null;
  const inputs = [...topicsIn(kept, today), ...topicsIn(today, kept)];
  const { models } = fileChanges(ofNow(kept), { modelVersions: MODEL_VERSIONS, inputHashes: {} });
  return { question, inputs: INPUT_TOPICS.filter((topic) => inputs.includes(topic)), models };
}

type OfData = Pick<KeptAnswer, 'modelVersions' | 'inputHashes'>;
const ofNow = ({ modelVersions, inputHashes }: OfData) => ({
  ...{ modelVersions, inputHashes },
  schemaVersion: SCHEMA_VERSION,
});
/** Topics of the tables of one that the other has otherwise, or has not. */
const topicsIn = (one: OfData, { inputHashes }: OfData): readonly InputTopic[] =>
  fileChanges(ofNow(one), { modelVersions: {}, inputHashes }).inputs;

/** What a new run says of a stored answer. */
export type Verdict =
  | { readonly kind: 'same'; readonly resultHash: string }
  | {
      readonly kind: 'differs';
      /** The run has the hash that the stored answer says: then its figures are not those of its run. */
      readonly sameHash: boolean;
      /** The largest relative change first. */
      readonly totals: readonly TotalChange[];
    };

export function verdictOf(
  kept: { readonly resultHash: string; readonly impact: Impact },
  { resultHash, impact }: Answer,
): Verdict {
  const sameHash = kept.resultHash === resultHash;
  if (sameHash && sameFigures(kept.impact, impact)) return { kind: 'same', resultHash };
  return { kind: 'differs', sameHash, totals: resultChange(kept.impact, impact) };
}
