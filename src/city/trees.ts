// SPDX-License-Identifier: EUPL-1.2
/** How trees look: groups that a person knows apart, and shapes of their crowns. */

/** Genera by group: five in six trees of known species in the city’s inventory. */
export const TREE_GENERA = {
  plane: ['Platanus'],
  lime: ['Tilia'],
  maple: ['Acer'],
  elm: ['Ulmus', 'Celtis', 'Zelkova'],
  legume: ['Robinia', 'Gleditsia', 'Sophora', 'Styphnolobium', 'Cercis', 'Albizia'],
  oak: ['Quercus', 'Carpinus', 'Fagus', 'Betula', 'Ostrya', 'Corylus', 'Alnus'],
  poplar: ['Populus', 'Salix'],
  blossom: ['Prunus', 'Pyrus', 'Malus', 'Crataegus', 'Magnolia', 'Lagerstroemia'],
  conifer: ['Pinus', 'Cedrus', 'Picea', 'Abies', 'Cupressus', 'Taxus', 'Thuja', 'Metasequoia', 'Taxodium'],
} as const;
export type TreeGroup = keyof typeof TREE_GENERA | 'other';
export const TREE_GROUPS = [...(Object.keys(TREE_GENERA) as (keyof typeof TREE_GENERA)[]), 'other'] as const;

/** Crowns of the tree tiles: as wide as high, higher than wide, pointed, narrow. */
export const CROWN_SHAPES = ['round', 'oval', 'conical', 'columnar'] as const;
export type CrownShape = (typeof CROWN_SHAPES)[number];

/** What each mesh of the tree tiles has as `userData` (glTF extras of its node). */
export interface TreeKind {
  readonly group: TreeGroup;
  readonly shape: CrownShape;
}

const COLUMNAR = ['Cupressus', 'Thuja', 'Taxus'];
const CONICAL = ['Cedrus', 'Picea', 'Abies', 'Metasequoia', 'Taxodium', 'Alnus', 'Pyrus', 'Liquidambar'];
const OVAL = [
  'Tilia',
  'Ulmus',
  'Carpinus',
  'Betula',
  'Populus',
  'Fagus',
  'Ostrya',
  'Corylus',
  'Ginkgo',
  'Fraxinus',
];
/** Forms that grow narrow: Lombardy poplar, fastigiate oaks and hornbeams. */
const NARROW = /'?(italica|fastigiata|pyramidalis|columnaris)\b/i;

/** By the first word of the species, "Platanus x acerifolia" is a Platanus; an unknown one is `other` and round. */
export function treeKindOf(species: string | undefined): TreeKind {
  const genus = (species ?? '').trim().split(/\s/)[0] ?? '';
  const group =
    TREE_GROUPS.find((g) => g !== 'other' && (TREE_GENERA[g] as readonly string[]).includes(genus)) ??
    'other';
  return { group, shape: shapeOf(genus, species ?? '') };
}

function shapeOf(genus: string, species: string): CrownShape {
  if (NARROW.test(species) || COLUMNAR.includes(genus)) return 'columnar';
  if (CONICAL.includes(genus)) return 'conical';
  return OVAL.includes(genus) ? 'oval' : 'round';
}
