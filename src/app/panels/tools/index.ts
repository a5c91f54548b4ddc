// SPDX-License-Identifier: EUPL-1.2
/** The shelf of tools, as the panel lists them: adding one is a line here and its words in it-tools.ts. */
import {
  mdiArrowExpandVertical,
  mdiCameraOutline,
  mdiChartAreaspline,
  mdiCompare,
  mdiEyeOutline,
  mdiFileUploadOutline,
  mdiPaletteOutline,
  mdiRadar,
  mdiRuler,
  mdiVectorPolygon,
  mdiWalk,
  mdiWeatherSunny,
} from '@mdi/js';
import type { TFunction } from 'i18next';
import type { ComponentType } from 'react';
import { openCompare } from '../../state/compare';
import { useStore } from '../../state/store';
import { beginTool, openToolWindow } from '../../state/tools';
import type { IconName } from '../icon';
import { onDemand } from '../on-demand';

/** One entry of the panel. */
export interface ToolEntry {
  readonly id: string;
  readonly group: 'measure' | 'more';
  readonly icon: IconName;
  readonly name: (t: TFunction) => string;
  /** One sentence: what it is for. */
  readonly about: (t: TFunction) => string;
  readonly open: () => void;
  /** Of a tool that is a window over the screen: `open` is then `openToolWindow(id)`. */
  readonly window?: ComponentType<{ onClose: () => void }>;
}

const sketch = (
  id: 'distance' | 'area' | 'height' | 'section' | 'sight' | 'viewshed' | 'sun',
  d: string,
): ToolEntry => ({
  id,
  group: 'measure',
  icon: { d },
  name: (t) => t(`tools.kind.${id}.name`),
  about: (t) => t(`tools.kind.${id}.about`),
  open: () => beginTool(id),
});

export const SKETCH_ICONS = {
  distance: mdiRuler,
  area: mdiVectorPolygon,
  height: mdiArrowExpandVertical,
  section: mdiChartAreaspline,
  sight: mdiEyeOutline,
  viewshed: mdiRadar,
  sun: mdiWeatherSunny,
} as const;

export const TOOLS: readonly ToolEntry[] = [
  sketch('distance', SKETCH_ICONS.distance),
  sketch('area', SKETCH_ICONS.area),
  sketch('height', SKETCH_ICONS.height),
  sketch('section', SKETCH_ICONS.section),
  sketch('sight', SKETCH_ICONS.sight),
  sketch('viewshed', SKETCH_ICONS.viewshed),
  sketch('sun', SKETCH_ICONS.sun),
  {
    id: 'compare',
    group: 'more',
    icon: { d: mdiCompare },
    name: (t) => t('tools.compare.name'),
    about: (t) => t('tools.compare.about'),
    open: openCompare,
  },
  {
    id: 'own',
    group: 'more',
    icon: { d: mdiFileUploadOutline },
    name: (t) => t('tools.own.name'),
    about: (t) => t('tools.own.about'),
    open: () => useStore.getState().set({ ownOpen: true, toolsOpen: false }),
  },
  {
    id: 'ask',
    group: 'more',
    icon: { d: mdiPaletteOutline },
    name: (t) => t('layers.ask'),
    about: (t) => t('tools.askAbout'),
    open: () => useStore.getState().set({ asking: 'building', toolsOpen: false }),
  },
  {
    id: 'walk',
    group: 'more',
    icon: { d: mdiWalk },
    name: (t) => t('tools.walk.name'),
    about: (t) => t('tools.walk.about'),
    open: () => beginTool('walk'),
  },
  {
    id: 'picture',
    group: 'more',
    icon: { d: mdiCameraOutline },
    name: (t) => t('tools.picture.name'),
    about: (t) => t('tools.picture.about'),
    open: () => openToolWindow('picture'),
    window: onDemand(() => import('./picture/picture-window').then((part) => part.default)),
  },
];
