import type { MunicipalityPlan } from "../plan";
import { shared, taken, whole } from "../plan";

/** Kinds and organisations as published; facilities and sizes are invented. */
export const torino: MunicipalityPlan = {
  city: "torino",
  seed: 1346,
  organisations: ["Isola di Ariel", "Ideadonna", "Alice nello specchio", "A.M.M.I."],
  sources: ["one_stop_shop", "social_district"],
  cancelled: 3,
  noShows: 2,
  waitingDrawn: 4,
  facilities: [
    {
      name: "Coabitazione Vanchiglia", kind: "cohousing", organisation: "Isola di Ariel", features: ["kitchen"],
      pace: { nights: [190, 340], gap: [15, 50], occupied: 0.88 },
      rooms: [
        shared("Stanza 1", 2, "men"), shared("Stanza 2", 2, "men"), shared("Stanza 3", 2, "women"), shared("Stanza 4", 2, "women"),
        whole("Stanza 5", 3, "family"),
      ],
    },
    {
      name: "Albergo Borgo Dora", kind: "hotel", organisation: null, features: ["lift", "private_bathroom"],
      pace: { nights: [110, 200], gap: [10, 40], occupied: 0.9 },
      rooms: [
        whole("101", 2, null, { features: ["step_free"] }), whole("102", 2, null, { now: [taken(-74, 0)] }),
        whole("201", 3, null), whole("202", 3, null, { closure: { from: 21, until: 28, reason: "maintenance" }, now: [[]] }),
        whole("203", 4, null, { features: ["cot"] }),
      ],
    },
    {
      name: "Comunità Lucento", kind: "supported_collective", organisation: "Alice nello specchio", features: ["step_free"],
      turnaround: { days: 2, working: false }, pace: { nights: [240, 400], gap: [15, 50], occupied: 0.9 },
      rooms: [shared("1", 1, "men"), shared("2", 1, "men"), shared("3", 1, "men"), shared("4", 1, "women"), shared("5", 1, "women"), shared("6", 1, "women")],
    },
    {
      name: "Accoglienza in famiglia", kind: "family_hosting", organisation: "A.M.M.I.", pace: { nights: [180, 330], gap: [15, 50], occupied: 0.85 },
      rooms: [whole("Famiglia ospitante 1", 1, null), whole("Famiglia ospitante 2", 1, null), whole("Famiglia ospitante 3", 2, null, { now: [taken(0, 240)] })],
    },
    {
      name: "Alloggi sociali Mirafiori", kind: "social_housing", organisation: "Isola di Ariel", features: ["kitchen"],
      pace: { nights: [260, 400], gap: [15, 45], occupied: 0.92 },
      rooms: [whole("Alloggio 1", 3, null, { now: [taken(-281, 26)] }), whole("Alloggio 2", 4, null), whole("Alloggio 3", 4, null, { features: ["step_free"] })],
    },
    {
      name: "Casa Iride", kind: "emergency_shelter", organisation: "Ideadonna", policy: "women", isProtected: true,
      pace: { nights: [290, 420], gap: [15, 45], occupied: 0.9 },
      rooms: [whole("Stanza 1", 2, null), whole("Stanza 2", 3, null)],
    },
  ],
};
