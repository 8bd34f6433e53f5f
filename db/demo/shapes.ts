import type { Gender } from "@/domain/people";
import type { GenderPolicy } from "@/domain/housing";
import type { FacilityPlan, RoomPlan, Shape } from "./plan";
import type { Random } from "./random";

const other = (gender: Gender): Gender => (gender === "male" ? "female" : "male");

/** Who could live in a room: as many as it has beds, or one fewer. */
export function shapeFor(random: Random, facility: FacilityPlan, room: RoomPlan): Shape {
  if (facility.hostsMinorsAlone) return { adults: [], minors: 1 };
  const policy = room.policy ?? facility.policy ?? "mixed";
  if (room.letting === "by_bed") return { adults: [singleGender(random, policy)], minors: 0 };

  const hasCot = room.beds.includes("cot");
  const isFull = hasCot || room.beds.length < 3 || random.chance(0.85);
  const size = room.beds.length - (isFull ? 0 : 1);
  const shape = familyShape(random, policy, size);
  return hasCot && shape.minors > 0 ? { ...shape, hasInfant: true } : shape;
}

function singleGender(random: Random, policy: GenderPolicy): Gender {
  if (policy === "women") return "female";
  if (policy === "men") return "male";
  return random.chance(0.55) ? "male" : "female";
}

function familyShape(random: Random, policy: GenderPolicy, size: number): Shape {
  if (size === 1) return { adults: [singleGender(random, policy)], minors: 0 };
  const isMotherAlone = policy === "women" || (policy === "family" && size === 2) || random.chance(size > 3 ? 0.25 : 0.4);
  if (isMotherAlone) return { adults: ["female"], minors: size - 1 };
  return size < 6 || random.chance(0.5)
    ? { adults: couple(random), minors: size - 2 }
    : { adults: [...couple(random), random.pick(["female", "male"])], minors: size - 3 };
}

function couple(random: Random): Gender[] {
  const head: Gender = random.chance(0.6) ? "male" : "female";
  return [head, other(head)];
}

/** So many adults and minors, none of them in a bed of ours. */
export function shapeOf(random: Random, adults: number, minors: number): Shape {
  const head: Gender = random.chance(minors > 0 && adults === 1 ? 0.9 : 0.4) ? "female" : "male";
  const others = Array.from({ length: Math.max(0, adults - 2) }, (): Gender => (random.chance(0.5) ? "female" : "male"));
  return { adults: adults > 1 ? [head, other(head), ...others] : [head], minors };
}

const USUAL: readonly (readonly [adults: number, minors: number])[] = [
  [1, 0], [1, 0], [1, 0], [2, 0], [1, 1], [1, 2], [2, 1], [2, 2], [2, 3],
];

/** Households of the usual shapes, exactly so many people together. */
export function shapesFor(random: Random, people: number): Shape[] {
  const shapes: Shape[] = [];
  for (let left = people; left > 0; ) {
    const [adults, minors] = random.pick(USUAL.filter((usual) => usual[0] + usual[1] <= left));
    shapes.push(shapeOf(random, adults, minors));
    left -= adults + minors;
  }
  return shapes;
}
