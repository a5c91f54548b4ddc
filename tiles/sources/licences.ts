// SPDX-License-Identifier: EUPL-1.2
/** Licences under which the sources are published. */
export { CC_BY_3_IT, CC_BY_4, CC0, IODL_2, ODBL, UNSTATED } from '../../src/city/licences';
