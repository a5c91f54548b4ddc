// SPDX-License-Identifier: EUPL-1.2
/** Who publishes a copy of the twin and answers for it. */

export interface Publisher {
  readonly name: string;
  /** Whom to write to: about accessibility, about one's data, about a fault. */
  readonly email: string;
  /** Where everybody finds this copy: a kiosk, which has no way out, says it of what it shows. Null: nobody said. */
  readonly site: string | null;
  /** Addresses of its own pages; null: it has none. The accessibility statement is on form.agid.gov.it. */
  readonly accessibilityStatement: string | null;
  readonly privacyNotice: string | null;
  readonly legalNotice: string | null;
}
