// SPDX-License-Identifier: EUPL-1.2
/** The icons of the scenario panel, which come with it. */
import {
  mdiCloseCircleOutline,
  mdiCursorMove,
  mdiDeleteOutline,
  mdiFileOutline,
  mdiNotePlusOutline,
  mdiPencilOutline,
  mdiPlayOutline,
  mdiVectorPolyline,
} from '@mdi/js';

export const ICONS = {
  file: { d: mdiFileOutline },
  edit: { d: mdiPencilOutline },
  remove: { d: mdiDeleteOutline },
  run: { d: mdiPlayOutline },
  stop: { d: mdiCloseCircleOutline },
  draw: { d: mdiVectorPolyline },
  note: { d: mdiNotePlusOutline },
  move: { d: mdiCursorMove },
} as const;
