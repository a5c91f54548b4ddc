// SPDX-License-Identifier: EUPL-1.2
/** Icons of how scenarios are kept, which come with it. */
import {
  mdiAccountMultipleOutline,
  mdiCloudCheckOutline,
  mdiCloudUploadOutline,
  mdiDotsHorizontal,
  mdiEarth,
  mdiHistory,
  mdiLaptop,
  mdiLockOutline,
} from '@mdi/js';

export const KEEP_ICONS = {
  saved: { d: mdiCloudCheckOutline },
  saving: { d: mdiCloudUploadOutline },
  browser: { d: mdiLaptop },
  versions: { d: mdiHistory },
  more: { d: mdiDotsHorizontal },
  private: { d: mdiLockOutline },
  office: { d: mdiAccountMultipleOutline },
  public: { d: mdiEarth },
} as const;
