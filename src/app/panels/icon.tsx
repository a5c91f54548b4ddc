// SPDX-License-Identifier: EUPL-1.2
import {
  mdiAccountGroupOutline,
  mdiAlertOutline,
  mdiBusStop,
  mdiChartBar,
  mdiCheck,
  mdiChevronDown,
  mdiChevronLeft,
  mdiChevronRight,
  mdiChevronUp,
  mdiClose,
  mdiCogOutline,
  mdiDownload,
  mdiFilter,
  mdiFilterOutline,
  mdiFormatListBulleted,
  mdiHomeOutline,
  mdiImageFilterCenterFocus,
  mdiInformationOutline,
  mdiLayersOutline,
  mdiLinkVariant,
  mdiMagnify,
  mdiMapMarkerOutline,
  mdiMapOutline,
  mdiMinus,
  mdiOfficeBuildingOutline,
  mdiOpenInNew,
  mdiPlus,
  mdiRoadVariant,
  mdiRulerSquare,
  mdiSourceBranch,
  mdiStarOutline,
  mdiUnfoldMoreHorizontal,
  mdiWeatherNight,
  mdiWhiteBalanceSunny,
  mdiWifiOff,
} from '@mdi/js';

/**
 * The icons of the screen, on a grid of 24; always beside or under a name. They are filled outlines on purpose:
 * drawn as strokes, the same few icons cost a browser without a GPU over a second before the first building.
 */
const PATHS = {
  search: mdiMagnify,
  close: mdiClose,
  check: mdiCheck,
  layers: mdiLayersOutline,
  list: mdiFormatListBulleted,
  whatIf: mdiSourceBranch,
  tools: mdiRulerSquare,
  people: mdiAccountGroupOutline,
  sun: mdiWhiteBalanceSunny,
  moon: mdiWeatherNight,
  settings: mdiCogOutline,
  info: mdiInformationOutline,
  link: mdiLinkVariant,
  focus: mdiImageFilterCenterFocus,
  plus: mdiPlus,
  minus: mdiMinus,
  home: mdiHomeOutline,
  left: mdiChevronLeft,
  right: mdiChevronRight,
  warning: mdiAlertOutline,
  offline: mdiWifiOff,
  external: mdiOpenInNew,
  sort: mdiUnfoldMoreHorizontal,
  filter: mdiFilterOutline,
  filtered: mdiFilter,
  download: mdiDownload,
  chart: mdiChartBar,
  up: mdiChevronUp,
  down: mdiChevronDown,
  district: mdiMapOutline,
  street: mdiRoadVariant,
  stop: mdiBusStop,
  service: mdiMapMarkerOutline,
  place: mdiStarOutline,
  building: mdiOfficeBuildingOutline,
  flat: 'M4 5h7.2v6.2H4ZM12.8 5H20v6.2h-7.2ZM4 12.8h7.2V19H4ZM12.8 12.8H20V19h-7.2Z',
  tilted: 'M6.6 7h4.6v4.4H4.9ZM12.8 7h4.6l1.7 4.4h-6.3ZM4.3 13h6.9v4.8H2.4ZM12.8 13h6.9l1.9 4.8h-8.8Z',
} as const;
/** One of these, or one that a part of the screen brings along. */
export type IconName = keyof typeof PATHS | { readonly d: string };

/** `size` is in pixels at the usual size of text, and grows with it. */
export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg
      width={`${size / 16}rem`}
      height={`${size / 16}rem`}
      viewBox="0 0 24 24"
      fill="currentColor"
      aria-hidden="true"
      focusable="false"
    >
      <path d={typeof name === 'string' ? PATHS[name] : name.d} />
    </svg>
  );
}
