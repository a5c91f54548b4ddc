// SPDX-License-Identifier: EUPL-1.2
import { italianName } from './italian-names';

/** The lines of Milan's metro as riders know them. */

/** Official colours of the lines: red, green, yellow, blue, lilac (screen values near ATM's network map). */
const METRO_COLOURS: Readonly<Record<string, string>> = {
  M1: '#E2001A',
  M2: '#5C9A31',
  M3: '#FFC800',
  M4: '#003B8E',
  M5: '#A05EB5',
};

/** `1`, `"1"`, `"MM1"`, `"M1"` to `"M1"`; undefined where it is none of Milan's lines. */
export function metroLine(published: unknown): string | undefined {
  const found = /^(?:MM?)?([1-9])(?:\.0*)?$/.exec(String(published ?? '').trim())?.[1];
  return found && `M${found}` in METRO_COLOURS ? `M${found}` : undefined;
}

/** `"3,5"`, `"MM1-MM2"` to the lines that they name. */
export const metroLinesIn = (published: unknown): string[] =>
  String(published ?? '')
    .split(/[,;-]/)
    .flatMap((part) => metroLine(part) ?? []);

/** `"LORETO M2"`, `"CADORNA FN M1"`, `"P.TA GENOVA F.S."` to a station's name; the line is told apart from it. */
export const stationName = (published: string): string =>
  italianName(published.toUpperCase())
    .replace(/ M[1-9]$/, '')
    .replace(/ F\.?S\.?$/, ' FS')
    .replace(/ Fn$/, ' FN')
    .replace(/^Ca Granda$/, "Ca' Granda");

export const metroColour = (line: string): string | undefined => METRO_COLOURS[line];
