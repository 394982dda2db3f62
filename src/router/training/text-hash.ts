/**
 * A number from 0 to 2^32 - 1 for a text, the same ones always, and spread evenly.
 *
 * Sources: FNV-1a (Fowler, Noll, Vo); its end is MurmurHash3's (Appleby), since FNV alone spreads short texts badly.
 */
export function hashText(text: string): number {
  let hash = 2_166_136_261;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 16_777_619);
  }
  return mix(hash);
}

/** Places of rows in the order of one pass over them: each pass has its own, and a row more does not mix up the rest. */
export function orderOfPass(keys: readonly number[], pass: number): Uint32Array {
  const turns = Float64Array.from(keys, (key, at) => mix(key + pass) * keys.length + at);
  return Uint32Array.from(turns.sort(), (turn) => turn % keys.length);
}

/** A whole number of 32 bits, scrambled. */
function mix(number: number): number {
  let hash = number ^ (number >>> 16);
  hash = Math.imul(hash, 0x85eb_ca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2_ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
