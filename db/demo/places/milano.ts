import type { MunicipalityPlan, RoomPlan } from "../plan";
import { overdue, shared, taken, whole } from "../plan";

/** 14 rooms for mothers with children, let whole, and 5 rooms shared by women: 70 beds as published. */
const FAMILY_ROOMS: RoomPlan[] = [
  whole("Stanza 1", 4, null, { features: ["step_free", "cot"], now: [taken(-151, 0, { arrival: 0, exit: 190 })] }),
  whole("Stanza 2", 4, null, { features: ["step_free"] }),
  whole("Stanza 3", 4, null, { features: ["cot"] }),
  whole("Stanza 4", 4, null),
  whole("Stanza 5", 4, null, { now: [taken(-170, 12)] }),
  whole("Stanza 6", 4, null),
  whole("Stanza 7", 4, null, { features: ["private_bathroom"], now: [overdue(-205, -3)], displaced: { arrival: 2, exit: 185 } }),
  whole("Stanza 8", 4, null),
  whole("Stanza 9", 3, null, { features: ["cot"] }),
  whole("Stanza 10", 3, null),
  whole("Stanza 11", 3, null, { closure: { from: -12, until: 9, reason: "damage" } }),
  whole("Stanza 12", 3, null),
  whole("Stanza 13", 3, null, { now: [taken(-60, 118)], closure: { from: -140, until: -130, reason: "disinfestation", isCancelled: true } }),
  whole("Stanza 14", 3, null),
];

const WOMEN_ROOMS: RoomPlan[] = ["A", "B", "C", "D", "E"].map((letter) => shared(`Camera ${letter}`, 4, null));

export const milano: MunicipalityPlan = {
  city: "milano",
  seed: 205,
  organisations: [],
  sources: ["first_access"],
  cancelled: 4,
  noShows: 3,
  waitingDrawn: 3,
  facilities: [
    {
      name: "Casa Jannacci", kind: "reception_centre", organisation: null, policy: "women",
      pace: { nights: [150, 330], gap: [8, 34], occupied: 0.9 },
      rooms: [...FAMILY_ROOMS, ...WOMEN_ROOMS],
    },
  ],
};
