// SPDX-License-Identifier: EUPL-1.2
/** What a model cannot compute with, so that a screen can name it: rows are those of the city's inputs, from 0. */
export type InputFault =
  /** Of the assigned network: streets first, then two a connector, then roads outside the city. */
  | { readonly kind: 'link'; readonly link: number }
  | { readonly kind: 'zone'; readonly zone: number }
  /** What travels between two zones, or what that costs. */
  | { readonly kind: 'trips'; readonly from: number; readonly to: number }
  /** Trips are to leave a zone, or to reach it, and none can. */
  | { readonly kind: 'leaves-not' | 'reached-not'; readonly zone: number }
  /** Nobody lives, works or has anything to do in the whole city. */
  | { readonly kind: 'nobody' }
  /** No gateway has a street into the city, or none out of it. */
  | { readonly kind: 'no-gateway' }
  /** As many trips do not leave as arrive, or they cannot be shared out so. */
  | { readonly kind: 'no-balance' }
  | { readonly kind: 'stop'; readonly stop: number }
  | { readonly kind: 'line'; readonly line: string };
