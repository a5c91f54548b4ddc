// SPDX-License-Identifier: EUPL-1.2
/** What is published of scenarios: made public with its answer, listed, withdrawn. Sent with the window that asks for it. */
import type { DigestJson } from '../../impact/digest';
import type { PublicationHead } from '../../scenario/publication';
import type { Answer } from '../../simulation/protocol';
import { answered } from './kept/actions';
import { storeAnswer } from './kept/answers';
import type { Keeper } from './kept/keeper';
import { asker } from './kept/server';

type Ask = ReturnType<typeof asker>;

interface ToPublish {
  /** Of the publication, chosen once: asked again because its answer was lost, it is published once. */
  readonly id: string;
  readonly title: string;
  readonly answer: Answer;
  readonly digest: DigestJson;
}

/** Brings scenario and answer to the server where they are not, and publishes both. @throws KeepError */
export async function publishOutcome(
  keeper: Keeper,
  { id, title, answer, digest }: ToPublish,
  ask: Ask = asker(),
): Promise<PublicationHead> {
  const { scenarioId, rev, key } = await storeAnswer(keeper, answer, { ask });
  return answered(
    await ask<PublicationHead>('PUT', `publications/${id}`, {
      ...{ scenarioId, rev, title, digest, answerKey: key },
    }),
  );
}

/** Its link says from now on that it was withdrawn. @throws KeepError */
export async function withdrawOutcome(id: string, ask: Ask = asker()): Promise<void> {
  answered(await ask('DELETE', `publications/${id}`));
}

/** Of one scenario, newest first, those withdrawn too. @throws KeepError */
export async function publicationsOf(
  cityId: string,
  scenarioId: string,
  ask: Ask = asker(),
): Promise<readonly PublicationHead[]> {
  const { publications } = answered(
    await ask<{ publications: readonly PublicationHead[] }>(
      'GET',
      `publications?city=${encodeURIComponent(cityId)}`,
    ),
  );
  return publications.filter((one) => one.scenarioId === scenarioId);
}

/** Address of the page of an outcome. */
export const outcomeAddress = (id: string, page: string): string => new URL(`./esito/${id}`, page).href;
