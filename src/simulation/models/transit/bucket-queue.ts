// SPDX-License-Identifier: EUPL-1.2
/** Numbered items by a key that may fall, where no key is put below the last one taken. Pure. */

/** Few enough to stay in a processor's first cache. */
const BUCKETS = 2048;

/**
 * A ring of buckets, each a list of the items of a small range of keys (Dial 1969, with ranges in
 * place of integers): about a handful of items to look at for each that is taken.
 */
export class BucketQueue {
  readonly #key: Float64Array;
  /** First item of each bucket; −1: none. */
  readonly #first = new Int32Array(BUCKETS).fill(-1);
  readonly #next: Int32Array;
  readonly #before: Int32Array;
  /** Bucket of each item; −1: not in the queue. */
  readonly #bucket: Int32Array;
  #perKey = 1;
  /** Number, on the endless line, of the bucket last taken from. */
  #at = 0;
  #size = 0;

  constructor(items: number) {
    this.#key = new Float64Array(items);
    this.#next = new Int32Array(items);
    this.#before = new Int32Array(items);
    this.#bucket = new Int32Array(items).fill(-1);
  }

  /** Begins anew, empty, from key 0. `spread`: no key is put that is more above the last one taken. */
  begin(spread: number): void {
    this.#perKey = spread > 0 ? (BUCKETS - 2) / spread : 1;
    this.#at = 0;
  }

  /** Puts an item in, or moves it to a lesser key. */
  put(item: number, key: number): void {
    const first = this.#first;
    const bucket = Math.max(Math.floor(key * this.#perKey), this.#at) % BUCKETS;
    this.#key[item] = key;
    const old = this.#bucket[item] as number;
    if (old === bucket) return;
    if (old >= 0) this.#unlink(item, old);
    else this.#size++;
    const head = first[bucket] as number;
    this.#next[item] = head;
    this.#before[item] = -1;
    if (head >= 0) this.#before[head] = item;
    first[bucket] = item;
    this.#bucket[item] = bucket;
  }

  /** Takes the item of the least key out; −1: there is none. */
  take(): number {
    if (this.#size === 0) return -1;
    const key = this.#key;
    const first = this.#first;
    const next = this.#next;
    let at = this.#at;
    while ((first[at % BUCKETS] as number) < 0) at++;
    this.#at = at;
    let least = first[at % BUCKETS] as number;
    for (let item = next[least] as number; item >= 0; item = next[item] as number)
      if ((key[item] as number) < (key[least] as number)) least = item;
    this.#unlink(least, at % BUCKETS);
    this.#bucket[least] = -1;
    this.#size--;
    return least;
  }

  #unlink(item: number, bucket: number): void {
    const before = this.#before[item] as number;
    const after = this.#next[item] as number;
    if (before < 0) this.#first[bucket] = after;
    else this.#next[before] = after;
    if (after >= 0) this.#before[after] = before;
  }
}
