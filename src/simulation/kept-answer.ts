// SPDX-License-Identifier: EUPL-1.2
/** An answer as the server keeps it, with all that makes it repeatable but the scenario, whose file lies beside it. Pure. */
import { z } from 'zod';
import { KeptImpactError, keepImpact, openImpact } from '../impact/kept-impact';
import { questionOf } from '../scenario/question';
import type { Scenario } from '../scenario/scenario';
import { hashOf } from './answer';
import { type Answer, EFFORTS, type Effort } from './protocol';

const versions = z.record(z.string(), z.string());
const about = z.strictObject({
  effort: z.enum(Object.keys(EFFORTS) as [Effort, ...Effort[]]),
  seed: z.string(),
  year: z.int(),
  modelVersions: versions,
  inputHashes: versions,
  resultHash: z.string().regex(/^[0-9a-f]{16}$/),
  synthetic: z.boolean(),
});

/** An answer without the scenario that it is of; of that, what its draws hang on. */
export type KeptAnswer = Omit<Answer, 'scenario'> & Pick<Scenario, 'seed' | 'year'>;

/** The bytes of an answer; the same answer has the same. */
export function keepAnswer({ impact, scenario, ...answer }: Answer): Uint8Array<ArrayBuffer> {
  const { effort, modelVersions, inputHashes, resultHash, synthetic } = answer;
  const { seed, year } = scenario;
  return keepImpact(impact, { effort, seed, year, modelVersions, inputHashes, resultHash, synthetic });
}

/** @throws KeptImpactError where the bytes are none, or of a version to come */
export function openAnswer(bytes: Uint8Array): KeptAnswer {
  const { impact, about: said } = openImpact(bytes);
  const checked = about.safeParse(said);
  if (!checked.success) throw new KeptImpactError('broken', z.prettifyError(checked.error));
  return { impact, ...checked.data };
}

/** A hash of what was asked, of which models and data, and how often: it names the answer before there is one. */
export function answerKey({
  scenario,
  effort,
  modelVersions,
  inputHashes,
}: Pick<Answer, 'scenario' | 'effort' | 'modelVersions' | 'inputHashes'>): string {
  const inOrder = (record: Readonly<Record<string, string>>) =>
    Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
  const asked = [questionOf(scenario), effort, inOrder(modelVersions), inOrder(inputHashes)];
  const text = JSON.stringify(asked);
  // Two of 64 bits: of the text, and of it with its length before.
  return hashOf([text]) + hashOf([`${text.length} ${text}`]);
}
