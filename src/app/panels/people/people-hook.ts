// SPDX-License-Identifier: EUPL-1.2
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Catalogue } from '../../../city/catalogue';
import { columnIfAny, valuesOf } from '../../../city/columns';
import { type LonLat, plane, planeToLonLat } from '../../../city/frames';
import { registerYears } from '../../../query/district-columns';
import { PeopleError } from '../../../simulation/people-asker';
import { LAST_YEAR, type PeopleAnswerTo, type PeopleQuestion } from '../../../simulation/people-protocol';
import { cityFiles } from '../../state/city-files';
import { onMinute, shownYear } from '../../state/clock';
import { secondView } from '../../state/comparison';
import { faultText } from '../../state/fault';
import { askPeople, knownAnswer, questionKey } from '../../state/people-asking';
import type { PeopleView } from '../../state/people-view';
import { type DistrictColours, useStore } from '../../state/store';
import { announce } from '../announcer';
import { useWords } from '../ask/asked-hook';
import { type Loaded, useLoaded } from '../hooks';
import type { PeopleOrigin } from './people-csv';
import { sourcesText } from './people-sources';

/** Changes what the panel shows. */
export function changePeople(patch: Partial<PeopleView>): void {
  const { people, set } = useStore.getState();
  set({ people: { ...people, ...patch } });
}

/** A district as the tables name it, in the order of the models' rows. */
export interface DistrictPlace {
  readonly id: number;
  readonly name: string;
  readonly at: LonLat;
}

export interface PeopleCityFacts {
  readonly districts: readonly DistrictPlace[];
  /** The years that can be shown; null where the city has no register. */
  readonly years: { readonly first: number; readonly last: number } | null;
}

/** Who the districts are and from which year on there is a forecast. */
export function usePeopleFacts(): [Loaded<PeopleCityFacts>, () => void] {
  const catalogue = useStore((s) => s.catalogue);
  const cityUrl = useStore((s) => s.cityUrl);
  return useLoaded(catalogue && `${cityUrl} people`, () => factsOf(catalogue as Catalogue, cityUrl));
}

async function factsOf(catalogue: Catalogue, cityUrl: string): Promise<PeopleCityFacts> {
  const files = cityFiles(catalogue, cityUrl);
  const [zones, population, ages] = await Promise.all([
    files.columns('zones'),
    files.columnsIfAny('population'),
    files.columnsIfAny('population-pyramid'),
  ]);
  const [ids, eastM, northM] = (['id', 'eastM', 'northM'] as const).map((name) => valuesOf(zones, name));
  const names = columnIfAny(zones, 'name');
  const years = ages && ages.rows > 0 ? registerYears(population) : null;
  return {
    districts: Array.from(ids as ArrayLike<number>, (id, row) => ({
      id,
      name: names?.dictionary?.[names.values[row] ?? -1] ?? String(id),
      at: planeToLonLat(plane(eastM?.[row] ?? Number.NaN, northM?.[row] ?? Number.NaN)),
    })),
    years: years && { first: years.newest, last: LAST_YEAR },
  };
}

/** The clock's year, brought into those that can be shown. */
export function useYear({ first, last }: { readonly first: number; readonly last: number }): number {
  const year = useSyncExternalStore(onMinute, shownYear);
  return Math.min(last, Math.max(first, year));
}

export type Asked<A> =
  /** `before`: what is shown until the answer comes; `share`: how much is done, 0–1. */
  | { readonly state: 'asking'; readonly share: number; readonly before: A | null }
  | { readonly state: 'ready'; readonly answer: A }
  | { readonly state: 'stopped'; readonly before: A | null }
  | { readonly state: 'failed'; readonly fault: string };

export interface Asking<A> {
  readonly asked: Asked<A>;
  readonly again: () => void;
  /** Gives up what is being asked. */
  readonly stop: () => void;
}

/** While a slider is dragged nothing is asked. */
const SETTLE_MS = 120;

/**
 * What is known of a question, asked where it is not known; null asks nothing. The answer before it is shown
 * meanwhile as long as `subject` is the same: of another it would be told under the wrong name.
 */
export function usePeople<Q extends PeopleQuestion>(
  question: Q | null,
  subject = '',
): Asking<PeopleAnswerTo<Q>> {
  type A = PeopleAnswerTo<Q>;
  const catalogue = useStore((s) => s.catalogue);
  const cityUrl = useStore((s) => s.cityUrl);
  const [asked, setAsked] = useState<Asked<A>>({ state: 'asking', share: 0, before: null });
  const [attempt, setAttempt] = useState(0);
  const abort = useRef<AbortController | null>(null);
  const atWork = useRef<{ readonly end: Promise<unknown>; readonly giveUp: AbortController } | null>(null);
  const answeredOf = useRef(subject);
  const key = question && questionKey(question);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says what is asked
  useEffect(() => {
    if (!catalogue || !question) return;
    const known = knownAnswer(catalogue, question);
    if (known) {
      answeredOf.current = subject;
      setAsked({ state: 'ready', answer: known });
      return;
    }
    let wanted = true;
    const hear = (next: (was: Asked<A>) => Asked<A>) => wanted && setAsked(next);
    const isSame = answeredOf.current === subject;
    answeredOf.current = subject;
    hear((was) => ({ state: 'asking', share: 0, before: isSame ? answerOf(was) : null }));
    const giveUp = (abort.current = new AbortController());
    const timer = setTimeout(async () => {
      // The one before holds the worker until it is done; what was wanted only meanwhile is never asked.
      await atWork.current?.end;
      if (!wanted) return;
      const onProgress = (share: number) =>
        hear((was) => ({ state: 'asking', share, before: answerOf(was) }));
      const answered = askPeople(catalogue, cityUrl, question, giveUp.signal, onProgress);
      atWork.current = { end: answered.catch(() => {}), giveUp };
      answered.then(
        (answer) => hear(() => ({ state: 'ready', answer })),
        (error: unknown) =>
          hear((was) =>
            error instanceof PeopleError && error.code === 'cancelled'
              ? { state: 'stopped', before: answerOf(was) }
              : { state: 'failed', fault: faultText(error) },
          ),
      );
    }, SETTLE_MS);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [key, catalogue, cityUrl, attempt]);
  return {
    asked,
    again: () => setAttempt((n) => n + 1),
    stop: () => {
      atWork.current?.giveUp.abort();
      abort.current?.abort();
    },
  };
}

/** The answer that there is to show: this one, or the one before it. */
export const answerOf = <A>(asked: Asked<A>): A | null =>
  asked.state === 'ready' ? asked.answer : asked.state === 'failed' ? null : asked.before;

/** Whose colours: of the first view, or of a second one with a year of its own. */
export type ColoursOf = 'districtColours' | 'secondDistrictColours';

/** Shows an answer on the map. */
export function useColours(colours: DistrictColours | null, of: ColoursOf = 'districtColours'): void {
  useEffect(() => useStore.getState().set({ [of]: colours }), [colours, of]);
}

/** The year of a second view that has a clock of its own, brought into those that can be shown; null: there is none. */
export function useSecondYear({
  first,
  last,
}: {
  readonly first: number;
  readonly last: number;
}): number | null {
  const apart = useStore((s) => s.compare?.clock !== undefined);
  const [view] = useState(() => secondView(useStore));
  const year = useSyncExternalStore(
    useCallback((heard: () => void) => onMinute(heard, view), [view]),
    () => shownYear(view),
  );
  return apart ? Math.min(last, Math.max(first, year)) : null;
}

const SAID_AFTER_MS = 700;

/** Says a sentence to those who do not see it, once it has stood for a moment; null says nothing. */
export function useSaid(sentence: string | null): void {
  useEffect(() => {
    if (!sentence) return;
    const timer = setTimeout(() => announce(sentence, false), SAID_AFTER_MS);
    return () => clearTimeout(timer);
  }, [sentence]);
}

/** Themes that some answer is made of. */
const MADE_OF: readonly string[] = [
  'population',
  'boundaries',
  'buildings',
  'streets',
  'services',
  'transit',
  'businesses',
  'trees',
  'greenery',
];

/** Whether what is told of the people comes from made-up data. */
export const useSynthetic = (): boolean =>
  useStore(
    (s) => s.catalogue?.themes.some(({ id, synthetic }) => synthetic && MADE_OF.includes(id)) ?? false,
  );

/** What a file says that its figures are of. */
export function useOrigin(): PeopleOrigin {
  const words = useWords();
  const catalogue = useStore((s) => s.catalogue);
  const people = useStore((s) => s.people);
  return {
    city: catalogue?.city.id ?? '',
    synthetic: useSynthetic(),
    source: catalogue ? sourcesText(catalogue, people, words) : '',
  };
}
