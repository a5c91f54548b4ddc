// SPDX-License-Identifier: EUPL-1.2
import type { Catalogue, SourceEntry, ThemeId } from '../../../city/catalogue';
import type { PeopleTheme, PeopleView } from '../../state/people-view';
import { useStore } from '../../state/store';
import { useWords } from '../ask/asked-hook';
import style from './people.module.css';
import type { Words } from './people-words';

const WAYS = ['buildings', 'streets'] as const satisfies readonly ThemeId[];
const GREEN = ['trees', 'greenery'] as const satisfies readonly ThemeId[];
/** What the figures of a theme are reckoned from. */
const THEMES_OF: Readonly<Record<PeopleTheme, readonly ThemeId[]>> = {
  population: ['population'],
  schools: ['population', 'services', ...WAYS],
  services: ['population', 'services', 'transit', ...WAYS],
  need: ['population', 'services', ...WAYS],
  siting: ['population', 'services', ...WAYS],
  green: ['population', ...GREEN, ...WAYS],
  shops: ['population', 'businesses'],
};
/** Of the services, the sources of what is asked; of one that is not here, all. */
const SERVICE_SOURCES: Readonly<Record<string, readonly string[]>> = {
  schools: ['schools-with-pupils', 'school-registry'],
  pharmacy: ['pharmacies'],
  'family-doctor': ['family-doctors'],
  library: ['libraries'],
  'civic-office': ['civic-offices'],
  'social-service': ['civic-offices'],
  'nursing-home': ['nursing-homes'],
  'home-care': ['civic-offices'],
  siting: ['civic-offices'],
  need: ['pharmacies', 'libraries', 'civic-offices', 'nursing-homes'],
};
/** Models of landmarks, of which nothing is counted. */
const DRAWN = 'landmark-models';

/** Whose data are behind what the panel shows, and of when: "Popolazione: Comune di Milano (2011–2024), Istat (2011)." */
export function sourcesText(
  catalogue: Catalogue,
  { theme, service, preset }: Pick<PeopleView, 'theme' | 'service' | 'preset'>,
  words: Words,
): string {
  const ofGreen = theme === 'need' && (preset === 'heat' || preset === 'green');
  const asked = SERVICE_SOURCES[theme === 'services' ? service : theme];
  return themesText(catalogue, THEMES_OF[ofGreen ? 'green' : theme], words, {
    isUsed: (id, source) =>
      id === 'businesses'
        ? source.id === 'business-counts'
        : id !== 'services' || !asked || asked.includes(source.id),
  });
}

/** The same of some themes of the city, in their order; those that it has no data of are left out. */
export function themesText(
  { themes }: Catalogue,
  ids: readonly ThemeId[],
  { t, format }: Words,
  {
    isUsed = () => true,
    nameOf = ({ publisher }) => publisher,
  }: {
    readonly isUsed?: (id: ThemeId, source: SourceEntry) => boolean;
    readonly nameOf?: (source: SourceEntry) => string;
  } = {},
): string {
  const titles = new Map<string, string[]>();
  for (const id of ids) {
    const dates = new Map<string, Set<string>>();
    for (const source of themes.find((theme) => theme.id === id)?.sources ?? []) {
      if (source.kept === 0 || source.id === DRAWN || !isUsed(id, source)) continue;
      const name = nameOf(source);
      dates.set(name, (dates.get(name) ?? new Set()).add(format.date(source.vintage)));
    }
    const said = [...dates].map(([name, of]) => `${name} (${[...of].join(', ')})`).join(', ');
    if (said) titles.set(said, [...(titles.get(said) ?? []), t(`theme.${id}`)]);
  }
  return [...titles].map(([said, of]) => `${of.join(', ')}: ${said}.`).join(' ');
}

/** Under what is said of a theme and over its table: what the intervals are, and whose data they come from. */
export function PeopleSources() {
  const words = useWords();
  const catalogue = useStore((s) => s.catalogue);
  const people = useStore((s) => s.people);
  if (!catalogue) return null;
  return (
    <p className={style.note} data-people-sources>
      {words.t('people.sources', { sources: sourcesText(catalogue, people, words) })}
    </p>
  );
}
