// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type InTree, type TreeNode, treeOf, withAncestors } from './scenario-tree';

const item = (id: string, parent: string | null = null): InTree => ({
  id,
  parent: parent ? { id: parent } : null,
});
const shape = (nodes: readonly TreeNode<InTree>[]): unknown[] =>
  nodes.map(({ item: { id }, variants }) => (variants.length > 0 ? [id, shape(variants)] : id));

describe('the tree of scenarios', () => {
  it('puts variants under what they began as, in the order of the list', () => {
    const items = [item('c', 'b'), item('a'), item('b', 'a'), item('d', 'a'), item('e', 'gone')];
    expect(shape(treeOf(items))).toEqual([['a', [['b', ['c']], 'd']], 'e']);
  });

  it('has every scenario once, whatever they say of each other', () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    const items = fc.uniqueArray(fc.tuple(id, fc.option(id)), { selector: ([one]) => one });
    fc.assert(
      fc.property(items, (pairs) => {
        const all = pairs.map(([one, parent]) => item(one, parent));
        const ids = (nodes: readonly TreeNode<InTree>[]): string[] =>
          nodes.flatMap(({ item: { id }, variants }) => [id, ...ids(variants)]);
        expect(ids(treeOf(all)).sort()).toEqual(all.map(({ id }) => id).sort());
      }),
    );
  });

  it('keeps what a found one is a variant of', () => {
    const items = [item('a'), item('b', 'a'), item('c', 'b'), item('d', 'a'), item('x', 'y'), item('y', 'x')];
    const found = (...ids: string[]) =>
      withAncestors(items, ({ id }) => ids.includes(id)).map(({ id }) => id);
    expect(found('c')).toEqual(['a', 'b', 'c']);
    expect(found('d')).toEqual(['a', 'd']);
    expect(found('x')).toEqual(['x', 'y']);
    expect(found()).toEqual([]);
  });
});
