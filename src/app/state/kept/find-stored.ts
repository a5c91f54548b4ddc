// SPDX-License-Identifier: EUPL-1.2
/** Finds the answer that the server has to a kept scenario, so that whoever opens it runs nothing. */
import type { CityInputs } from '../../../city/city-inputs';
import type { Scenario } from '../../../scenario/scenario';
import { answerKey, type KeptAnswer } from '../../../simulation/kept-answer';
import type { Answer, Effort } from '../../../simulation/protocol';
import { type AnswerChanges, askedToday, changesSince } from '../../../simulation/stored-answer';
import type { StoredPlace } from '../store';
import type { Keeper } from './keeper';
import { openPacked } from './open-packed';

/** A stored answer to a kept scenario. */
export interface StoredAnswer {
  readonly place: StoredPlace;
  readonly kept: KeptAnswer;
  /** What has changed since; null: it is the answer that a run of today would give. */
  readonly changes: AnswerChanges | null;
}

export interface Sought {
  readonly city: CityInputs;
  readonly id: string;
  readonly scenario: Scenario;
  /** Precisions that will do, the best first. */
  readonly efforts: readonly Effort[];
  /** Where none is valid, the newest that is not. */
  readonly orOutdated: boolean;
}

/** Null: the server has none, cannot be asked, or what it has cannot be read: then it is worked out. */
export async function findStored(
  keeper: Keeper,
  { city, id, scenario, efforts, orOutdated }: Sought,
  open: (bytes: Uint8Array<ArrayBuffer>) => Promise<KeptAnswer> = openPacked,
): Promise<StoredAnswer | null> {
  const { records, server } = keeper.parts;
  // What was never there has no answers there.
  if (keeper.local === 'no-server' || !(await records.get(id))?.saved) return null;
  const listed = await server.answers(id);
  if (listed.kind !== 'ok') return null;
  const { answers } = listed.value;
  const asked = efforts.map((effort) => askedToday(city, scenario, effort));
  const valid = asked.flatMap((one) => answers.find(({ key }) => key === answerKey(one)) ?? []);
  const head = valid[0] ?? (orOutdated ? answers[0] : undefined);
  const today = asked[0];
  if (!head || !today) return null;
  const { bytes: _size, ...told } = head;
  const answer = await server.answer(id, head.key);
  const kept = answer.kind === 'ok' ? await open(answer.value).catch(() => null) : null;
  if (!kept) return null;
  const changes = changesSince(kept, head.key, today);
  return changes && !orOutdated ? null : { place: { scenarioId: id, ...told }, kept, changes };
}

/** A stored answer as one that was worked out here, of the scenario that it is of. */
export function answerOfStored(
  { kept: { seed: _seed, year: _year, ...kept } }: StoredAnswer,
  scenario: Scenario,
): Answer {
  return { ...kept, scenario };
}
