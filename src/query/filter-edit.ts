// SPDX-License-Identifier: EUPL-1.2
/** A filter with one of its conditions changed. */
import type { Condition, Filter } from './filter';

/** What a filter asks of an attribute; undefined: nothing. */
export const conditionOn = (filter: Filter | undefined, attribute: string): Condition | undefined =>
  filter?.conditions.find((condition) => condition.attribute === attribute);

/**
 * The filter with this condition in the place of those on the attribute, null for none of them. Others
 * keep their places; undefined where nothing is asked any more.
 */
export function withCondition(
  filter: Filter | undefined,
  attribute: string,
  condition: Condition | null,
): Filter | undefined {
  const before = filter?.conditions ?? [];
  const at = before.findIndex((each) => each.attribute === attribute);
  const rest = before.filter((each) => each.attribute !== attribute);
  const conditions = condition
    ? at < 0
      ? [...rest, condition]
      : [...rest.slice(0, at), condition, ...rest.slice(at)]
    : rest;
  return conditions.length === 0 ? undefined : { ...filter, conditions };
}

/** The filters of all tables, one of them changed; undefined takes it away. */
export function withFilter<Id extends string>(
  filters: Readonly<Partial<Record<Id, Filter>>>,
  list: Id,
  filter: Filter | undefined,
): Readonly<Partial<Record<Id, Filter>>> {
  const { [list]: _, ...rest } = filters;
  return (filter ? { ...rest, [list]: filter } : rest) as Partial<Record<Id, Filter>>;
}
