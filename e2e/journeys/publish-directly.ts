// SPDX-License-Identifier: EUPL-1.2
/** An outcome as the studio publishes it, without the studio: the same models in Node, the same addresses of the server. */
import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { readCityFolder } from '../../commands/city-folder';
import { type DigestJson, digestOf, type Said } from '../../src/impact/digest';
import { writeScenario } from '../../src/scenario/saved-file';
import { EMPTY_SCENARIO, type Scenario } from '../../src/scenario/scenario';
import { answerKey, keepAnswer } from '../../src/simulation/kept-answer';
import type { Answer } from '../../src/simulation/protocol';
import { runScenario } from '../../src/simulation/run-scenario';

/** «Area C a 7,50 €», as the panel's ready-made measure has it. */
export const DEARER_AREA_C: Scenario = {
  ...EMPTY_SCENARIO,
  name: 'Area C a 7,50 €',
  measures: [
    {
      ...{ id: 'm1', kind: 'road-pricing', on: true, place: { kind: 'area', areaId: 'area-c' } },
      config: { hours: { fromMin: 450, toMin: 1170 }, priceEur: { visitor: 7.5, resident: 3, goods: 4.5 } },
    },
  ],
};

export interface PublishedHere {
  readonly id: string;
  readonly title: string;
  readonly answer: Answer;
  readonly digest: DigestJson;
}

let answered: { readonly cityDir: string; readonly answer: Answer; readonly digest: DigestJson } | null =
  null;

/** Once a run of tests: the answer takes seconds. */
function answerOnce(cityDir: string): NonNullable<typeof answered> {
  if (answered?.cityDir === cityDir) return answered;
  const city = readCityFolder(cityDir);
  const answer = runScenario(city, DEARER_AREA_C, 'quick');
  const { seed, year, name } = answer.scenario;
  const { effort, resultHash, modelVersions, synthetic } = answer;
  const said: Said = {
    ...{ scenario: name, synthetic, year, effort, seed, resultHash, modelVersions, questions: [] },
    measures: [
      {
        it: 'Area C: 7,50 € (residenti 3 €, merci e servizio 4,50 €) dalle 7:30 alle 19:30',
        en: 'Area C: €7.50 (residents €3, goods and service €4.50) from 7:30 to 19:30',
      },
    ],
    before: [
      {
        it: '«Prima» è la città con le regole del 2022, compreso il pedaggio di allora. Area C: visitatori 5 €, residenti 2 €, merci e servizio 5 €, dalle 7:30 alle 19:30.',
        en: '“Before” is the city under the rules of 2022, with the charge of that time. Area C: visitors €5, residents €2, goods and service €5, from 7:30 to 19:30.',
      },
    ],
    assumptions: ['Il prezzo resta uguale per tutto l’anno.'],
    validation: { inside: 3, of: 4 },
    sources: [
      {
        title: { it: 'Strade dimostrative', en: 'Demonstration streets' },
        publisher: 'Gemello Milano',
        licence: { name: 'EUPL-1.2', url: 'https://eupl.eu/1.2/it/' },
        ...{ vintage: '2024', page: 'https://dati.comune.milano.it' },
      },
    ],
    view: { at: [9.1895, 45.4642], zoom: 13.6, pitchDeg: 45, bearingDeg: 0 },
  };
  answered = { cityDir, answer, digest: digestOf(answer.impact, city.zones, said) };
  return answered;
}

/** Puts a scenario, its answer and a publication of both on the server at `url`, from this machine. */
export async function publishDirectly(
  url: string,
  cityDir: string,
  title = 'Con Area C a 7,50 € si guida di meno',
  change: (digest: DigestJson) => DigestJson = (digest) => digest,
): Promise<PublishedHere> {
  const { answer, digest: whole } = answerOnce(cityDir);
  const digest = change(whole);
  const [scenarioId, id, key] = [randomUUID(), randomUUID(), answerKey(answer)];
  const { modelVersions, inputHashes } = answer;
  const file = JSON.parse(writeScenario(answer.scenario, { modelVersions, inputHashes }));
  const put = async (path: string, body: string | Uint8Array<ArrayBuffer>, type: string) => {
    const done = await fetch(`${url}/api/${path}`, {
      method: 'PUT',
      headers: { 'content-type': type, 'sec-fetch-site': 'same-origin' },
      body,
    });
    if (!done.ok) throw new Error(`${path}: ${done.status} ${await done.text()}`);
  };
  const json = (path: string, body: object) => put(path, JSON.stringify(body), 'application/json');
  await json(`scenarios/${scenarioId}`, {
    ...{ saveId: randomUUID(), baseRev: 0, cityId: 'milano', visibility: 'office', parent: null, note: '' },
    file,
  });
  const bytes = new Uint8Array(gzipSync(keepAnswer(answer)));
  await put(`scenarios/${scenarioId}/answers/${key}?rev=1`, bytes, 'application/octet-stream');
  await json(`publications/${id}`, { scenarioId, rev: 1, answerKey: key, title, digest });
  return { id, title, answer, digest };
}

/** It is public no longer. */
export async function withdrawDirectly(url: string, id: string): Promise<void> {
  const headers = { 'sec-fetch-site': 'same-origin' };
  const done = await fetch(`${url}/api/publications/${id}`, { method: 'DELETE', headers });
  if (!done.ok) throw new Error(`${done.status} ${await done.text()}`);
}
