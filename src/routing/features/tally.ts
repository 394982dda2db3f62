import { UNKNOWN } from './feature-index';
import type { Features, Place } from './features';

const FEW = 512;

/**
 * Counts the features of one text after the other. Its table and lists serve all of them, and what it gives is a copy of
 * them: growing new lists for each text takes several times as long, and so do typed arrays, which lie outside the heap.
 */
export class Tally {
  /** By row; 0 where the text has no such feature, else its place in the lists plus one. */
  private table = new Int32Array(FEW);
  private length = 0;
  private readonly rows = new Array<number>(FEW).fill(0);
  private readonly counts = new Array<number>(FEW).fill(0.5);
  private readonly places = new Array<Place | null>(FEW).fill(null);

  /** A feature that nobody would name as a reason. */
  add(row: number, count: number): void {
    if (row !== UNKNOWN) this.addAt(row, count, null);
  }

  /** A feature that the model knows, and where it stands; of several places, the first is kept. */
  addAt(row: number, count: number, place: Place | null): void {
    if (row >= this.table.length) this.grow(row);
    const present = this.table[row] as number;
    if (present > 0) {
      this.counts[present - 1] = (this.counts[present - 1] as number) + count;
      return;
    }
    const at = this.length;
    this.rows[at] = row;
    this.counts[at] = count;
    this.places[at] = place;
    this.length = at + 1;
    this.table[row] = at + 1;
  }

  /** A word said five times does not count five times. */
  dampen(): void {
    // Most features of a text count alike.
    let [last, dampened] = [1, 1];
    for (let at = 0; at < this.length; at += 1) {
      const count = this.counts[at] as number;
      if (count <= 1) continue;
      if (count !== last) [last, dampened] = [count, 1 + Math.log(count)];
      this.counts[at] = dampened;
    }
  }

  /** The features of the text; the next one begins from nothing. */
  take(): Features {
    const { rows, counts, places, length, table } = this;
    for (let at = 0; at < length; at += 1) table[rows[at] as number] = 0;
    this.length = 0;
    return {
      rows: rows.slice(0, length),
      counts: counts.slice(0, length),
      places: places.slice(0, length),
    };
  }

  private grow(row: number): void {
    const { table } = this;
    this.table = new Int32Array(2 * Math.max(row, table.length));
    this.table.set(table);
  }
}
