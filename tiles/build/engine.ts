// SPDX-License-Identifier: EUPL-1.2
/**
 * Settings of V8 for a build, of this thread and of those it starts. A build runs much code for a
 * second or two each: at V8's own setting it spent 15 of 55 s of CPU on optimising code, again in every
 * thread, that had little left to do (60,000 demo buildings, Node 20). So code must have run
 * longer before it is optimised.
 */
import { setFlagsFromString } from 'node:v8';

setFlagsFromString('--interrupt-budget=500000');
