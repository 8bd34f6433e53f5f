import type { Day } from "@/domain/day";

/** The same seed gives the same draws, on every machine and every day. */
export type Random = {
  /** From 0 up to, not including, 1. */
  next(): number;
  /** A whole number, both bounds included. */
  between(least: number, most: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
};

export function randomFrom(seed: number): Random {
  const next = mulberry32(seed);
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return {
    next,
    between,
    chance: (probability) => next() < probability,
    pick<T>(list: readonly T[]): T {
      if (list.length === 0) throw new RangeError("nothing to pick from");
      return list[between(0, list.length - 1)] as T;
    },
  };
}

/** Tommy Ettinger's mulberry32: 32 bits of state are plenty for names and dates. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** UUIDs of version 7 that sort in the order they are asked for: a millisecond each, on the day before `today`. */
export function idsFrom(random: Random, today: Day): () => string {
  let instant = Date.parse(`${today}T00:00:00Z`) - 86_400_000;
  const hexadecimal = (value: number, digits: number) => value.toString(16).padStart(digits, "0");
  const word = (digits: number) => hexadecimal(random.between(0, 16 ** digits - 1), digits);
  return () => {
    instant += 1;
    const time = hexadecimal(instant, 12);
    return `${time.slice(0, 8)}-${time.slice(8)}-7${word(3)}-${hexadecimal(random.between(8, 11), 1)}${word(3)}-${word(6)}${word(6)}`;
  };
}
