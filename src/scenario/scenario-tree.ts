// SPDX-License-Identifier: EUPL-1.2
/** Scenarios as the tree that they are: a variant stands under what it began as. Pure. */
import type { Branching } from './kept-scenario';

export interface InTree {
  readonly id: string;
  readonly parent: Pick<Branching, 'id'> | null;
}
export interface TreeNode<Item extends InTree> {
  readonly item: Item;
  readonly variants: readonly TreeNode<Item>[];
}

/**
 * A tree of each that is no variant of another in the list: of one whose parent is not there, or not to be seen, too.
 * Everything comes once, in the order of the list; those that name one another in a ring begin with the first.
 */
export function treeOf<Item extends InTree>(items: readonly Item[]): readonly TreeNode<Item>[] {
  const here = new Set(items.map(({ id }) => id));
  const variants = new Map<string, Item[]>();
  const roots: Item[] = [];
  for (const item of items) {
    const parent = item.parent?.id;
    if (parent === undefined || parent === item.id || !here.has(parent)) roots.push(item);
    else variants.set(parent, [...(variants.get(parent) ?? []), item]);
  }
  const placed = new Set<string>();
  const grow = (item: Item): TreeNode<Item> => {
    placed.add(item.id);
    const below = (variants.get(item.id) ?? []).filter(({ id }) => !placed.has(id));
    return { item, variants: below.map(grow) };
  };
  const trees = roots.map(grow);
  for (const item of items) if (!placed.has(item.id)) trees.push(grow(item));
  return trees;
}

/** What `is` says yes to, with all that it is a variant of. */
export function withAncestors<Item extends InTree>(
  items: readonly Item[],
  is: (item: Item) => boolean,
): readonly Item[] {
  const byId = new Map(items.map((item) => [item.id, item]));
  const kept = new Set<string>();
  for (const found of items.filter(is))
    for (
      let item: Item | undefined = found;
      item && !kept.has(item.id);
      item = byId.get(item.parent?.id ?? '')
    )
      kept.add(item.id);
  return items.filter(({ id }) => kept.has(id));
}
