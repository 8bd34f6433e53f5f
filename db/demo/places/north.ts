import type { MunicipalityPlan } from "../plan";
import { overdue, shared, taken, whole } from "../plan";

const BODY = "Azienda Servizi Sociali di Bolzano";

/** Kinds, body and operator as published; facilities and sizes are invented. */
export const bolzano: MunicipalityPlan = {
  city: "bolzano",
  seed: 6,
  organisations: ["Gruppo Volontarius", BODY],
  sources: ["social_district", "mobile_unit"],
  cancelled: 2,
  noShows: 1,
  waitingDrawn: 3,
  facilities: [
    {
      name: "Alloggi ponte Oltrisarco", kind: "bridge", organisation: "Gruppo Volontarius", features: ["kitchen"],
      pace: { nights: [150, 330], gap: [10, 45], occupied: 0.9 },
      rooms: [
        whole("Alloggio 1", 4, null), whole("Alloggio 2", 3, null, { now: [taken(-240, 17)] }), whole("Alloggio 3", 2, null, { now: [overdue(-222, -6)] }),
        whole("Alloggio 4", 3, null, { features: ["step_free"] }), whole("Alloggio 5", 4, null, { features: ["cot"] }),
      ],
    },
    {
      name: "Rifugio Talvera", kind: "emergency_shelter", organisation: "Gruppo Volontarius", turnaround: { days: 1, working: false },
      pace: { nights: [40, 130], gap: [4, 22], occupied: 0.85 },
      rooms: [
        shared("Uomini 1", 4, "men"), shared("Uomini 2", 4, "men", { closure: { from: -3, until: 11, reason: "disinfestation", bed: 3 } }),
        shared("Donne", 3, "women"), whole("Nuclei", 3, "family", { now: [taken(0, 84)] }),
      ],
    },
    {
      name: "Training abitativo Gries", kind: "housing_training", organisation: BODY, features: ["kitchen", "lift"],
      pace: { nights: [160, 300], gap: [10, 50], occupied: 0.85 },
      rooms: [shared("A1", 2, "men", { flat: "A" }), shared("A2", 2, "men", { flat: "A" }), whole("B", 3, null, { flat: "B" })],
    },
  ],
};

/** Paths to housing autonomy, no beds; about 30 households. */
export const genova: MunicipalityPlan = {
  city: "genova",
  seed: 969,
  organisations: [],
  sources: ["social_district"],
  facilities: [],
  waitingDrawn: 2,
  inCharge: { shapes: [[8, 1, 0], [3, 2, 0], [5, 1, 2], [8, 2, 2], [4, 2, 1], [2, 2, 3]] },
};

/** Rent, utilities and vouchers, no beds: 29 households, 106 people, 47 of them minors. */
export const trieste: MunicipalityPlan = {
  city: "trieste",
  seed: 424,
  organisations: [],
  sources: ["social_district", "one_stop_shop"],
  facilities: [],
  inCharge: { shapes: [[4, 3, 2], [2, 3, 3], [9, 2, 2], [5, 2, 3], [4, 2, 0], [5, 1, 0]] },
};

/** Nothing was published: a few households in charge. */
export const bologna: MunicipalityPlan = {
  city: "bologna",
  seed: 944,
  organisations: [],
  sources: ["social_district"],
  facilities: [],
  inCharge: { shapes: [[3, 1, 0], [1, 2, 0], [2, 2, 2], [1, 1, 1]] },
};
