import type { Nights, Offset, Pace, Range } from "./plan";
import type { Random } from "./random";

const TWO_YEARS = 730;
const SHORTEST = 14;

const within = (random: Random, [least, most]: Range) => random.between(least, most);

/** Everybody who was, is and will be in one bed, or in one unit let whole, from two years ago on; in order. `freeSince`: closed from then on. */
export function timelineOf(random: Random, pace: Pace, now: Nights[] | undefined, freeSince: Offset | null): Nights[] {
  const present = now ?? (freeSince === null ? drawPresent(random, pace) : []);
  const [next] = present;
  const isVacant = next === undefined || next.arrival >= 0;
  const lastExit = isVacant ? Math.min(freeSince ?? 0, -random.between(1, 9)) - 6 : next.arrival - within(random, pace.gap);
  return [...drawPast(random, pace, lastExit), ...present];
}

function drawPresent(random: Random, pace: Pace): Nights[] {
  const length = within(random, pace.nights);
  if (!random.chance(pace.occupied)) {
    const arrival = random.between(1, 24);
    return random.chance(0.35) ? [{ arrival, exit: arrival + length }] : [];
  }
  const arrival = -random.between(3, length - 2);
  const stay = { arrival, exit: arrival + length };
  if (stay.exit > 60 || random.chance(0.6)) return [stay];

  const nextArrival = stay.exit + within(random, pace.gap);
  return [stay, { arrival: nextArrival, exit: nextArrival + within(random, pace.nights) }];
}

/** Backwards from the last exit; the first to come arrived in the weeks after the opening. */
function drawPast(random: Random, pace: Pace, lastExit: Offset): Nights[] {
  const opening = -TWO_YEARS + random.between(0, 14);
  const past: Nights[] = [];
  for (let exit = lastExit; exit - opening >= SHORTEST; ) {
    const arrival = Math.max(opening, exit - within(random, pace.nights));
    past.unshift({ arrival, exit });
    exit = arrival - within(random, pace.gap);
  }
  return past;
}
