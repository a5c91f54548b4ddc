// SPDX-License-Identifier: EUPL-1.2
/** What an outcome says beside its figures, in both languages: its measures, what "before" is, its sources, how the model did. */
import i18next from 'i18next';
import type { Catalogue, SourceEntry, Text2 } from '../../../city/catalogue';
import type { CityInputs } from '../../../city/city-inputs';
import type { Said } from '../../../impact/digest';
import { modelsIn } from '../../../impact/impact';
import type { Scenario } from '../../../scenario/scenario';
import type { Answer } from '../../../simulation/protocol';
import type { ChargeValidation } from '../../../simulation/validate';
import { validateCity } from '../../state/model-validation';
import type { Language, View } from '../../state/store';
import { formats } from '../../text/format';
import { loadPart, loadWords } from '../../text/texts';
import { BASE_THEMES } from '../impact/base-themes';
import { chargesText } from '../scenario/charges-before';
import { measureSentence, scenarioTitle } from '../scenario/sentences';
import type { Words } from '../scenario/words';

const LANGUAGES = ['it', 'en'] as const satisfies readonly Language[];

interface SaidOf {
  readonly answer: Answer;
  /** As it is called now. */
  readonly scenario: Scenario;
  readonly city: CityInputs;
  readonly catalogue: Catalogue;
  readonly cityUrl: string;
  readonly view: View;
}

/** Words in both languages, whichever the screen speaks: the page of the outcome speaks either. */
async function loadBoth(): Promise<void> {
  await Promise.all(
    LANGUAGES.flatMap((language) => [
      loadWords(language),
      ...(['scenario', 'impact', 'outcome'] as const).map((part) => loadPart(part, language)),
    ]),
  );
}

/** Rejects where words or the validation do not come. */
export async function saidOf(of: SaidOf): Promise<Said> {
  const { answer, scenario, city, catalogue, view } = of;
  const { effort, resultHash, modelVersions, synthetic } = answer;
  await loadBoth();
  const models = modelsIn(answer.impact);
  const themes = [...new Set(models.flatMap((model) => BASE_THEMES[model]))];
  const { seed, year, assumptions, measures } = scenario;
  return {
    ...{ synthetic, year, effort, seed, resultHash, modelVersions, assumptions: [...assumptions] },
    scenario: scenarioTitle(scenario, wordsIn('it', city)),
    measures: measures
      .filter(({ on }) => on)
      .map((measure) => inBoth((words) => measureSentence(measure, words), city)),
    before: models.map((model) => inBoth((words) => beforeText(model, year, words), city)),
    validation: models.includes('mobility') ? await validationOf(of) : null,
    questions: [],
    sources: themes.flatMap((id) =>
      sourcesOf(catalogue.themes.find((theme) => theme.id === id)?.sources ?? []),
    ),
    view: {
      at: [view.at[0], view.at[1]],
      zoom: view.zoom,
      pitchDeg: view.pitchDeg,
      bearingDeg: view.bearingDeg,
    },
  };
}

const wordsIn = (language: Language, city: CityInputs): Words => ({
  t: i18next.getFixedT(language),
  format: formats(language),
  city,
});

/** The same in both languages. */
export const inBoth = (say: (words: Words) => string, city: CityInputs): Text2 => ({
  it: say(wordsIn('it', city)),
  en: say(wordsIn('en', city)),
});

function beforeText(model: keyof typeof BASE_THEMES, year: number, words: Words): string {
  const { t, format, city } = words;
  if (model === 'mobility') {
    const charges = city && chargesText(city.rules.charges, words);
    return charges ? t('impact.summary.before', { charges }) : t('impact.summary.beforeFree');
  }
  const name = model === 'people' ? 'beforePeople' : model === 'shops' ? 'beforeShops' : 'beforeGreen';
  return t(`impact.summary.${name}`, { year: format.year(year) });
}

/** Those that gave something, each once. */
function sourcesOf(sources: readonly SourceEntry[]): Said['sources'] {
  return sources
    .filter(({ kept }) => kept > 0)
    .map(({ title, publisher, licence, vintage, page }) => ({
      ...{ title: { it: title.it, en: title.en }, publisher, vintage, page },
      licence: { name: licence.name, url: licence.url },
    }));
}

/** Of the changes that the model was not shown: how many it predicted within its interval. */
async function validationOf({ catalogue, cityUrl, city }: SaidOf): Promise<Said['validation']> {
  return new Promise((resolve, reject) => {
    const hear = ({ headlines }: ChargeValidation) => {
      const unseen = headlines.filter(({ fitted }) => !fitted);
      resolve({ inside: unseen.filter(({ inside }) => inside).length, of: unseen.length });
      // The rest takes an equilibrium, and nothing of it is said here.
      asked.cancel();
    };
    const asked = validateCity(catalogue, cityUrl, city, { onCharge: hear, onProgress: () => {} });
    // Where it has been found out before, and where it has been cancelled after all was heard.
    asked.answer.then(({ charge }) => hear(charge), reject);
  });
}
