// SPDX-License-Identifier: EUPL-1.2
import type { Geometry, Position } from 'geojson';
import { type Cell, cellOf, columnOf, type DecimalMark } from './columns-of';
import { InputError } from './fault';
import { Growing } from './growing';
import { LIMITS } from './limits';
import { type FileTable, SHAPE_KINDS, type ShapeKind, type Shapes } from './table';

/** Deeper collections in collections are nobody's data. */
const MOST_NESTED = 8;

/** What was left out while a table was built. */
export interface LeftOut {
  /** Rows whose shape has a coordinate that is no number. */
  readonly badShapes: number;
  /** Rows of several kinds of shape, of which only the areas, or the lines, were kept. */
  readonly mixed: number;
}

/** Takes rows one by one, and makes a {@link FileTable} of them. */
export class TableBuilder {
  #rows = 0;
  #badShapes = 0;
  #mixed = 0;
  readonly #kind = new Growing('uint8');
  readonly #firstPart = new Growing('uint32');
  readonly #firstPosition = new Growing('uint32');
  readonly #hole = new Growing('uint8');
  readonly #xy = new Growing('float64');
  readonly #heights: [baseM: number, topM: number][] = [];
  readonly #cells = new Map<string, (Cell | undefined)[]>();

  constructor(
    private readonly file: string,
    private readonly mark: DecimalMark = '.',
  ) {}

  get rows(): number {
    return this.#rows;
  }

  /**
   * Adds a row. A shape with a coordinate that is no number becomes none, counted.
   *
   * @throws InputError over the limits of rows, vertices or columns.
   */
  add(
    geometry: Geometry | null,
    properties: Readonly<Record<string, unknown>>,
    heights?: readonly [baseM: number, topM: number],
  ): void {
    if (this.#rows >= LIMITS.rows) throw this.#over('too-many-rows', LIMITS.rows, 'rows');
    this.#firstPart.push(this.#firstPosition.length);
    const kind = kindOf(geometry, MOST_NESTED);
    const [parts, positions] = [this.#firstPosition.length, this.#xy.length];
    if (geometry && kind !== 'none' && !this.#shape(geometry, kind)) {
      // Taken back: half a shape is worse than none.
      [this.#firstPosition.length, this.#hole.length, this.#xy.length] = [parts, parts, positions];
      this.#badShapes++;
    }
    this.#kind.push(this.#firstPosition.length > parts ? SHAPE_KINDS.indexOf(kind) : 0);
    if (heights) this.#heights[this.#rows] = [...heights];
    for (const name in properties) {
      const cell = cellOf(properties[name]);
      if (cell !== null) this.#column(name)[this.#rows] = cell;
      else if (!this.#cells.has(name)) this.#column(name);
    }
    this.#rows++;
  }

  /** The table of all rows. @throws InputError where its texts are more than memory should hold. */
  build(tick: () => void = () => {}): { table: FileTable; leftOut: LeftOut } {
    this.#firstPart.push(this.#firstPosition.length);
    this.#firstPosition.push(this.#xy.length / 2);
    const shapes: Shapes = {
      kind: this.#kind.take(),
      firstPart: this.#firstPart.take(),
      firstPosition: this.#firstPosition.take(),
      hole: this.#hole.take(),
      xy: this.#xy.take(),
      ...(this.#heights.length > 0 ? heightsOf(this.#heights, this.#rows) : {}),
    };
    const budget = { textBytes: 0 };
    const columns = [...this.#cells].map(([name, cells]) => {
      tick();
      const column = columnOf(this.file, name, cells, this.#rows, this.mark, budget);
      // One column's cells are let go before the next is made.
      cells.length = 0;
      return column;
    });
    return {
      table: { rows: this.#rows, shapes, columns },
      leftOut: { badShapes: this.#badShapes, mixed: this.#mixed },
    };
  }

  #column(name: string): (Cell | undefined)[] {
    let cells = this.#cells.get(name);
    if (!cells) {
      if (this.#cells.size >= LIMITS.columns) throw this.#over('too-many-columns', LIMITS.columns, 'columns');
      cells = [];
      this.#cells.set(name, cells);
    }
    return cells;
  }

  /** False where a coordinate is no number. */
  #shape(geometry: Geometry, kind: ShapeKind): boolean {
    if (geometry.type === 'GeometryCollection') {
      const kept = geometry.geometries.filter((inner) => kindOf(inner, MOST_NESTED) === kind);
      if (kept.length < geometry.geometries.length) this.#mixed++;
      return kept.every((inner) => this.#shape(inner, kind));
    }
    switch (geometry.type) {
      case 'Point':
        return this.#part([geometry.coordinates], 0, 1);
      case 'MultiPoint':
        return geometry.coordinates.every((at) => this.#part([at], 0, 1));
      case 'LineString':
        return this.#part(geometry.coordinates, 0, 2);
      case 'MultiLineString':
        return geometry.coordinates.every((line) => this.#part(line, 0, 2));
      case 'Polygon':
        return geometry.coordinates.every((ring, i) => this.#part(ring, i > 0 ? 1 : 0, 3));
      case 'MultiPolygon':
        return geometry.coordinates.every(
          (polygon) =>
            Array.isArray(polygon) && polygon.every((ring, i) => this.#part(ring, i > 0 ? 1 : 0, 3)),
        );
    }
  }

  #part(line: readonly Position[], hole: 0 | 1, least: number): boolean {
    if (!Array.isArray(line) || line.length < least) return false;
    // A ring may have to be closed.
    const more = line.length + (least === 3 ? 1 : 0);
    if (this.#xy.length / 2 + more > LIMITS.vertices)
      throw this.#over('too-many-vertices', LIMITS.vertices, 'points of its shapes');
    this.#firstPosition.push(this.#xy.length / 2);
    this.#hole.push(hole);
    const xy = this.#xy.room(2 * line.length + 2);
    let at = this.#xy.length;
    const start = at;
    for (const position of line) {
      const x = Array.isArray(position) ? position[0] : undefined;
      const y = Array.isArray(position) ? position[1] : undefined;
      if (!Number.isFinite(x) || !Number.isFinite(y)) return false;
      xy[at++] = x as number;
      xy[at++] = y as number;
    }
    const open = xy[start] !== xy[at - 2] || xy[start + 1] !== xy[at - 1];
    if (least === 3 && open) {
      xy[at++] = xy[start] as number;
      xy[at++] = xy[start + 1] as number;
    }
    this.#xy.length = at;
    return true;
  }

  #over(code: 'too-many-rows' | 'too-many-vertices' | 'too-many-columns', most: number, what: string) {
    return new InputError(this.file, `has more than ${most} ${what}`, undefined, code, { most });
  }
}

/** Of a collection the kind that covers most: areas before lines before points. */
function kindOf(geometry: Geometry | null, nested: number): ShapeKind {
  if (!geometry || nested === 0) return 'none';
  if (geometry.type === 'GeometryCollection')
    return geometry.geometries.reduce<ShapeKind>((most, inner) => {
      const kind = kindOf(inner, nested - 1);
      return SHAPE_KINDS.indexOf(kind) > SHAPE_KINDS.indexOf(most) ? kind : most;
    }, 'none');
  if (!Array.isArray(geometry.coordinates)) return 'none';
  if (geometry.type.endsWith('Polygon')) return 'area';
  return geometry.type.endsWith('Point') ? 'point' : 'line';
}

function heightsOf(heights: readonly (readonly [number, number] | undefined)[], rows: number) {
  const baseM = new Float32Array(rows);
  const topM = new Float32Array(rows);
  heights.forEach((pair, row) => {
    baseM[row] = pair?.[0] ?? 0;
    topM[row] = pair?.[1] ?? 0;
  });
  return { baseM, topM };
}
