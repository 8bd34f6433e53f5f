import type { MunicipalityPlan } from "../plan";
import { shared, taken, whole } from "../plan";

/** 3 flats with 32 beds, for singles or families, run by Astrolabio. */
export const latina: MunicipalityPlan = {
  city: "latina",
  seed: 472,
  organisations: ["Cooperativa Astrolabio"],
  sources: ["one_stop_shop", "mobile_unit"],
  cancelled: 2,
  noShows: 1,
  waitingDrawn: 3,
  facilities: [
    {
      name: "Coabitazione Latina", kind: "cohousing", organisation: "Cooperativa Astrolabio", features: ["kitchen"],
      pace: { nights: [260, 430], gap: [20, 70], occupied: 0.88 },
      rooms: [
        shared("A1", 4, "men", { flat: "Appartamento A" }), shared("A2", 4, "men", { flat: "Appartamento A" }),
        shared("A3", 4, "men", { flat: "Appartamento A", closure: { from: -8, until: 16, reason: "damage", bed: 3 } }),
        shared("B1", 3, "women", { flat: "Appartamento B" }), shared("B2", 3, "women", { flat: "Appartamento B" }),
        whole("B3", 4, "women", { flat: "Appartamento B", features: ["cot"] }),
        whole("C1", 4, "family", { flat: "Appartamento C", now: [taken(-310, 0)] }), whole("C2", 3, "family", { flat: "Appartamento C" }),
        whole("C3", 3, null, { flat: "Appartamento C", features: ["step_free"], now: [taken(0, 300)] }),
      ],
    },
  ],
};

/** Three mobile units, a one stop shop and a team for minors, no beds: more than 1,000 people. */
export const roma: MunicipalityPlan = {
  city: "roma",
  seed: 501,
  organisations: [],
  sources: ["mobile_unit", "one_stop_shop"],
  facilities: [],
  waitingDrawn: 6,
  inCharge: { people: 1046 },
};

/** Nothing was published: a few households in charge. */
export const firenze: MunicipalityPlan = {
  city: "firenze",
  seed: 612,
  organisations: [],
  sources: ["social_district"],
  facilities: [],
  inCharge: { shapes: [[2, 1, 0], [2, 1, 2], [3, 2, 2]] },
};
