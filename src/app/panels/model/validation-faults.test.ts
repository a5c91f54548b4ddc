// SPDX-License-Identifier: EUPL-1.2
import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { smallCity } from '../../../scenario/fixtures/small-city';
import type { RunFault } from '../../../simulation/protocol';
import { CityInputsError } from '../../../simulation/read-inputs';
import { RunError } from '../../../simulation/run';
import { formats } from '../../text/format';
import { loadPart, loadWords, startTexts } from '../../text/texts';
import { validationFaultText } from './validation-faults';

beforeAll(async () => {
  startTexts();
  await loadWords('en');
  for (const part of ['scenario', 'model'] as const)
    for (const language of ['it', 'en'] as const) await loadPart(part, language);
});

const text = (error: unknown, language: 'it' | 'en' = 'it') =>
  validationFaultText(error, {
    t: i18next.getFixedT(language),
    format: formats(language),
    city: smallCity(),
  });
const street: RunFault = {
  where: 'traffic',
  code: 'inputs',
  detail: 'capacity is 0',
  about: { kind: 'link', link: 4 },
};

describe('why the model could not be put to the test', () => {
  it('names the place in the data, and no measure', () => {
    expect(text(new RunError(street))).toBe(
      'La rete stradale ha un valore impossibile in «Via Centrale» (tabella «archi della rete stradale», riga 5). Chi prepara la città deve correggere il dato e ricostruirla. Dettaglio tecnico: capacity is 0.',
    );
    expect(text(new RunError(street), 'en')).toBe(
      'The street network has an impossible value in “Via Centrale” (table “links of the road network”, row 5). Whoever prepares the city must correct the data and build it again. Technical detail: capacity is 0.',
    );
  });

  it('says what broke off, and which data there are not', () => {
    expect(text(new RunError({ where: 'worker', code: 'crashed', detail: '' }))).toBe(
      'Un processo di calcolo si è interrotto.',
    );
    expect(text(new RunError({ where: 'worker', code: 'unexpected', detail: 'no memory' }))).toBe(
      'È successo qualcosa di inatteso (worker: no memory).',
    );
    expect(text(new CityInputsError(['gateways']))).toBe(
      'Questa città non ha i dati per simulare: mancano accessi alla città.',
    );
    expect(text(new Error('truncated'))).toBe('I dati per simulare non si leggono: truncated');
  });
});
