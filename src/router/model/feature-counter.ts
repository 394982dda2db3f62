import { UNKNOWN } from './feature-index';
import type { Features, Place } from './features';

/** What the counter counts: features by their rows. */
type Counted = Omit<Features, 'telling'>;

/** A power of two. */
const FEW = 512;

/**
 * Counts the features of one text after the other. Its table and lists serve all of them, and what it gives is a copy of
 * them: growing new lists for each text takes several times as long, and so do typed arrays, which lie outside the heap.
 */
export class FeatureCounter {
  /**
   * A hash table: 0, or a feature's place in the lists plus one, at or after the end of its row's bits. So small that it
   * stays at hand, which a table of all rows does not.
   */
  private table = new Int32Array(2 * FEW);
  private length = 0;
  private readonly rows = new Array<number>(FEW).fill(0);
  private readonly counts = new Array<number>(FEW).fill(0.5);
  private readonly places = new Array<Place | null>(FEW).fill(null);

  /** A feature that is never shown as matched words. */
  add(row: number, count: number): void {
    if (row !== UNKNOWN) this.addAt(row, count, null);
  }

  /** Adds a feature that the model knows, with its place. If it has several places, the first is kept. */
  addAt(row: number, count: number, place: Place | null): void {
    const slot = this.slotOf(row);
    const present = this.table[slot] as number;
    if (present > 0) {
      this.counts[present - 1] = (this.counts[present - 1] as number) + count;
      return;
    }
    const at = this.length;
    this.rows[at] = row;
    this.counts[at] = count;
    this.places[at] = place;
    this.length = at + 1;
    this.table[slot] = at + 1;
    if (2 * this.length > this.table.length) this.grow();
  }

  /** Dampens what was counted so far. */
  dampen(): void {
    // Most features of a text count alike.
    let [last, dampened] = [1, 1];
    for (let at = 0; at < this.length; at += 1) {
      const count = this.counts[at] as number;
      if (count <= 1) continue;
      if (count !== last) [last, dampened] = [count, dampen(count)];
      this.counts[at] = dampened;
    }
  }

  /** The features of the text; the next one begins from nothing. */
  take(): Counted {
    const { rows, counts, places, length } = this;
    this.table.fill(0);
    this.length = 0;
    return {
      rows: rows.slice(0, length),
      counts: counts.slice(0, length),
      places: places.slice(0, length),
    };
  }

  /** Where the table holds a row, or may hold it. */
  private slotOf(row: number): number {
    const { table, rows } = this;
    const mask = table.length - 1;
    let slot = row & mask;
    for (;;) {
      const present = table[slot] as number;
      if (present === 0 || rows[present - 1] === row) return slot;
      slot = (slot + 1) & mask;
    }
  }

  private grow(): void {
    this.table = new Int32Array(2 * this.table.length);
    for (let at = 0; at < this.length; at += 1) {
      this.table[this.slotOf(this.rows[at] as number)] = at + 1;
    }
  }
}

/** A word said five times does not count five times. */
export function dampen(count: number): number {
  return count > 1 ? 1 + Math.log(count) : count;
}
