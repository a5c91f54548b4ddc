// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import type { Filter } from './filter';
import { conditionOn, withCondition, withFilter } from './filter-edit';

const tall = { attribute: 'heightM', kind: 'range', from: 50, to: null } as const;
const school = { attribute: 'use', kind: 'among', values: ['school'] } as const;
const filter: Filter = { conditions: [tall, school], others: 'faint' };

describe('a filter that is changed', () => {
  it('has the new condition where the old one stood, and keeps all else', () => {
    const taller = { ...tall, from: 100 };
    expect(withCondition(filter, 'heightM', taller)).toEqual({
      conditions: [taller, school],
      others: 'faint',
    });
    expect(withCondition(undefined, 'use', school)).toEqual({ conditions: [school] });
    expect(conditionOn(filter, 'use')).toBe(school);
    expect(conditionOn(undefined, 'use')).toBeUndefined();
  });

  it('is none without conditions', () => {
    expect(withCondition(filter, 'use', null)).toEqual({ conditions: [tall], others: 'faint' });
    expect(withCondition({ conditions: [tall] }, 'heightM', null)).toBeUndefined();
  });

  it('leaves the filters of other tables alone', () => {
    const all: Partial<Record<'building' | 'tree', Filter>> = { building: filter };
    expect(withFilter(all, 'tree', { conditions: [tall] })).toEqual({
      building: filter,
      tree: { conditions: [tall] },
    });
    expect(withFilter(all, 'building', undefined)).toEqual({});
  });
});
