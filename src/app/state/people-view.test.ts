// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { FIRST_PEOPLE_VIEW, formatPeopleView, parsePeopleView, weightsOf } from './people-view';

describe('what the panel «Persone» shows, in a link', () => {
  it('is the theme, and what is not as it begins', () => {
    expect(formatPeopleView(FIRST_PEOPLE_VIEW)).toBe('population');
    expect(formatPeopleView({ ...FIRST_PEOPLE_VIEW, theme: 'siting', teams: 5 })).toBe('siting~teams.5');
    const [first] = weightsOf({ preset: 'home-care', weights: {} });
    const weights = { [first!.id]: first!.weight + 4 };
    const view = { ...FIRST_PEOPLE_VIEW, theme: 'need', normalisation: 'min-max', weights } as const;
    expect(formatPeopleView(view)).toBe(
      `need~normalisation.min-max~weight.${first!.id}.${first!.weight + 4}`,
    );
    expect(parsePeopleView(formatPeopleView(view))).toEqual(view);
  });

  it('where it cannot be read is as it begins', () => {
    expect(parsePeopleView('')).toBeNull();
    expect(parsePeopleView('other~teams.3')).toBeNull();
    expect(
      parsePeopleView('need~teams.99~hoursAWeek.7~group.x~weight.x.10~weight.__proto__.10~preset.'),
    ).toEqual({
      ...FIRST_PEOPLE_VIEW,
      theme: 'need',
    });
    // Weights that are all nought weigh nothing.
    const all = weightsOf({ preset: 'families', weights: {} })
      .map(({ id }) => `weight.${id}.0`)
      .join('~');
    expect(parsePeopleView(`need~preset.families~${all}`)?.weights).toEqual({});
  });

  it('weighs as the preset does but for what somebody moved', () => {
    const [first, ...rest] = weightsOf({ preset: 'access', weights: {} });
    expect(weightsOf({ preset: 'access', weights: { [first!.id]: 9, other: 5 } })).toEqual([
      { id: first!.id, weight: 9 },
      ...rest,
    ]);
  });
});
