// SPDX-License-Identifier: EUPL-1.2
/** The icons of the screen, drawn on a grid of 24 with one weight of line. Always beside or under a name. */
const PATHS = {
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13ZM20 20l-4.9-4.9',
  close: 'M6 6l12 12M18 6 6 18',
  layers: 'm12 3.5 8.5 4.75L12 13 3.5 8.25 12 3.5ZM4 12.4l8 4.45 8-4.45M4 16.2l8 4.45 8-4.45',
  list: 'M8.5 6H20M8.5 12H20M8.5 18H20M4 6h.01M4 12h.01M4 18h.01',
  sun: 'M12 16.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9ZM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4',
  moon: 'M20 14.2A8.2 8.2 0 0 1 9.8 4a8.2 8.2 0 1 0 10.2 10.2Z',
  settings:
    'M4 7h9M18 7h2M4 17h2M11 17h9M15.5 9.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM8.5 19.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Z',
  info: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 11v5.5M12 7.6h.01',
  link: 'M10 14a4 4 0 0 0 5.7 0l3-3A4 4 0 0 0 13 5.3l-1 1M14 10a4 4 0 0 0-5.7 0l-3 3a4 4 0 0 0 5.7 5.7l1-1',
  focus: 'M12 15.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM12 2.5v4M12 17.5v4M2.5 12h4M17.5 12h4',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  north: 'M12 3.5 17.5 20 12 16.6 6.5 20 12 3.5Z',
  home: 'M4 11.2 12 4.5l8 6.7M6 9.8v9.7h12V9.8M10 19.5v-5.2h4v5.2',
  chevron: 'm7 10 5 5 5-5',
  left: 'm14 6-6 6 6 6',
  right: 'm10 6 6 6-6 6',
  warning: 'M12 4.2 21 19.5H3L12 4.2ZM12 10v4.5M12 17h.01',
  offline:
    'M4 4l16 16M2.8 9.4a14 14 0 0 1 4.4-2.7M10.6 5.7a14 14 0 0 1 10.6 3.7M6 13a9 9 0 0 1 4-2.2M15 11.2A9 9 0 0 1 18 13M9.3 16.4a4 4 0 0 1 5.4 0M12 19.5h.01',
  external: 'M13.5 4.5h6v6M19.5 4.5 11 13M17 14v5.5H4.5V7H10',
  sort: 'm8 9 4-4 4 4M8 15l4 4 4-4',
  up: 'm7 14 5-5 5 5',
  down: 'm7 10 5 5 5-5',
  district: 'm4 8.5 6-4 5.5 3L20 6v10l-4.5 3.5-5.5-3L4 19.5v-11Z',
  street: 'M8.5 4 5 20M15.5 4 19 20M12 5v2.5M12 11v2.5M12 17v2.5',
  stop: 'M6.5 4.5h11v11h-11v-11ZM6.5 11h11M9 18.5 8 20.5M15 18.5l1 2M9.3 13.3h.01M14.7 13.3h.01',
  service:
    'M12 21s6.5-6 6.5-11a6.5 6.5 0 0 0-13 0c0 5 6.5 11 6.5 11ZM12 12.2a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.6Z',
  place: 'm12 4 2.4 5 5.6.8-4 3.9.9 5.5-4.9-2.6-4.9 2.6.9-5.5-4-3.9 5.6-.8L12 4Z',
  flat: 'M4.5 5.5h15v13h-15v-13ZM4.5 12h15M12 5.5v13',
  tilted: 'm7 7h10l4 10.5H3L7 7ZM5 12.2h14M12 7v10.5',
} as const;
export type IconName = keyof typeof PATHS;

/** `size` is in pixels at the usual size of text, and grows with it. */
export function Icon({ name, size = 20, fill = false }: { name: IconName; size?: number; fill?: boolean }) {
  return (
    <svg
      width={`${size / 16}rem`}
      height={`${size / 16}rem`}
      viewBox="0 0 24 24"
      fill={fill ? 'currentColor' : 'none'}
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
