/** A book of fewer examples is small: a model that misses a third of them knows much less than the whole one does. */
const SMALL_BOOK = 4000;
const FOLDS = { small: 10, large: 3 } as const;

/** An example by the hash of its text. */
interface Keyed {
  readonly key: number;
}

/** What one fold trains on, and what it is asked. */
export interface Fold<T> {
  readonly trained: readonly T[];
  readonly heldOut: readonly T[];
}

/**
 * Splits examples for cross-validation. The hash of its text alone picks an example's fold: one more leaves the others
 * where they are. Folds that would hold out nothing are left out.
 *
 * @param seen examples of different texts
 */
export function splitIntoFolds<T extends Keyed>(seen: readonly T[]): Fold<T>[] {
  const folds = seen.length < SMALL_BOOK ? FOLDS.small : FOLDS.large;
  return Array.from({ length: folds }, (_, fold) => ({
    trained: seen.filter(({ key }) => key % folds !== fold),
    heldOut: seen.filter(({ key }) => key % folds === fold),
  })).filter(({ heldOut }) => heldOut.length > 0);
}
