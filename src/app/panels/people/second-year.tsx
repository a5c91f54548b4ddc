// SPDX-License-Identifier: EUPL-1.2
import { useEffect } from 'react';
import type { PeopleTheme } from '../../state/people-view';
import { useStore } from '../../state/store';
import { GreenSecond } from './green-theme';
import { NeedSecond } from './need-theme';
import { type DistrictPlace, useSecondYear } from './people-hook';
import { PopulationSecond } from './population-theme';
import { SchoolsSecond } from './schools-theme';
import { ServicesSecond } from './services-theme';
import { ShopsSecond } from './shops-theme';
import { SitingSecond } from './siting-theme';

type Second = (props: { districts: readonly DistrictPlace[]; year: number }) => React.ReactNode;

/** What a theme shows of another year; one that is not here shows the same on both views. */
const SECONDS: Readonly<Partial<Record<PeopleTheme, Second>>> = {
  population: PopulationSecond,
  schools: SchoolsSecond,
  need: NeedSecond,
  siting: SitingSecond,
  services: ServicesSecond,
  green: GreenSecond,
  shops: ShopsSecond,
};

/** The theme on the second of two views, in the year of its own clock. Nothing of it stands in the panel. */
export function SecondYear({
  districts,
  years,
}: {
  districts: readonly DistrictPlace[];
  years: { readonly first: number; readonly last: number };
}) {
  const theme = useStore((s) => s.people.theme);
  const year = useSecondYear(years);
  const Theme = SECONDS[theme];
  const isShown = year !== null && Theme !== undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what one theme showed is not the next one's
  useEffect(() => () => useStore.getState().set({ secondDistrictColours: null }), [theme, isShown]);
  return isShown && <Theme districts={districts} year={year} />;
}
