import type { MunicipalityPlan } from "../plan";
import { shared, taken, whole } from "../plan";

/** 2 flats with 4 beds each: a protected refuge for a family, and cohousing. */
export const sassari: MunicipalityPlan = {
  city: "sassari",
  seed: 452,
  organisations: [],
  sources: ["mobile_unit"],
  cancelled: 1,
  noShows: 1,
  waitingDrawn: 2,
  facilities: [
    {
      name: "Coabitazione Sassari", kind: "cohousing", organisation: null, features: ["kitchen"],
      pace: { nights: [110, 240], gap: [10, 40], occupied: 0.9 },
      rooms: [
        whole("Appartamento 1", 4, "family", { flat: "Appartamento 1", now: [taken(-96, 61)] }),
        shared("Stanza 1", 2, "men", { flat: "Appartamento 2", now: [taken(-44, 130), taken(-158, 11)] }),
        shared("Stanza 2", 2, "men", { flat: "Appartamento 2", now: [taken(-101, 77), taken(4, 184)] }),
      ],
    },
  ],
};

/** Protected refuges and cohousing, sizes invented: 65 beneficiaries, hosted or not. */
export const taranto: MunicipalityPlan = {
  city: "taranto",
  seed: 49,
  organisations: [],
  sources: ["one_stop_shop"],
  waitingDrawn: 2,
  cancelled: 1,
  inCharge: { people: 65 },
  facilities: [
    {
      name: "Rifugio Tamburi", kind: "emergency_shelter", organisation: null, pace: { nights: [190, 320], gap: [15, 50], occupied: 0.9 },
      rooms: [shared("Stanza 1", 2, "men"), shared("Stanza 2", 2, "women"), whole("Stanza 3", 3, "family", { now: [taken(-200, 23)] })],
    },
    {
      name: "Coabitazione Solito", kind: "cohousing", organisation: null, features: ["kitchen"], pace: { nights: [200, 360], gap: [15, 50], occupied: 0.9 },
      rooms: [shared("Stanza 1", 2, "men"), whole("Stanza 2", 4, "family", { features: ["step_free"] })],
    },
  ],
};

/** Minors in host families and help with social housing; operators as published, sizes invented. */
export const caserta: MunicipalityPlan = {
  city: "caserta",
  seed: 963,
  organisations: ["Cidis Onlus", "Credito Senza Confini C.S.C."],
  sources: ["one_stop_shop"],
  cancelled: 1,
  waitingDrawn: 2,
  facilities: [
    {
      name: "Famiglie ospitanti", kind: "family_hosting", organisation: "Cidis Onlus", hostsMinorsAlone: true,
      pace: { nights: [160, 330], gap: [15, 60], occupied: 0.8 },
      rooms: ["1", "2", "3", "4", "5"].map((number) => whole(`Famiglia ${number}`, 1, null)),
    },
    {
      name: "Alloggi sociali Caserta", kind: "social_housing", organisation: "Credito Senza Confini C.S.C.", features: ["kitchen"],
      pace: { nights: [220, 400], gap: [15, 60], occupied: 0.92 },
      rooms: [whole("Alloggio 1", 3, null), whole("Alloggio 2", 4, null, { now: [taken(-190, 28)] }), whole("Alloggio 3", 4, null)],
    },
  ],
};

/** Quick, short answers in social housing; operators as published, sizes invented. */
export const potenza: MunicipalityPlan = {
  city: "potenza",
  seed: 942,
  organisations: ["FILEF", "Sintesi", "Human Flowers"],
  sources: ["social_district"],
  cancelled: 1,
  noShows: 1,
  waitingDrawn: 2,
  facilities: [
    {
      name: "Alloggi temporanei Potenza", kind: "social_housing", organisation: "FILEF", features: ["kitchen"],
      pace: { nights: [60, 150], gap: [6, 30], occupied: 0.85 },
      rooms: [whole("Alloggio 1", 2, null), whole("Alloggio 2", 4, null, { now: [taken(-77, 0)] }), whole("Alloggio 3", 3, null, { features: ["step_free"] })],
    },
    {
      name: "Alloggi Rione Francioso", kind: "social_housing", organisation: "Human Flowers", features: ["kitchen"],
      pace: { nights: [60, 150], gap: [6, 30], occupied: 0.85 },
      rooms: [whole("Alloggio 1", 3, null), whole("Alloggio 2", 4, null)],
    },
  ],
};

/** A one stop shop, no beds: 200 beneficiaries. */
export const palermo: MunicipalityPlan = {
  city: "palermo",
  seed: 273,
  organisations: ["Centro Accura", "Centro Penc"],
  sources: ["one_stop_shop"],
  facilities: [],
  waitingDrawn: 3,
  inCharge: { people: 200 },
};

/** Nothing was published: a few households in charge. */
export const napoli: MunicipalityPlan = {
  city: "napoli",
  seed: 839,
  organisations: [],
  sources: ["social_district"],
  facilities: [],
  inCharge: { shapes: [[3, 1, 0], [1, 2, 0], [3, 1, 2], [2, 2, 1]] },
};
