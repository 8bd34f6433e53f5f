import type { MunicipalityPlan, Pace } from "../plan";
import { FREE, overdue, shared, taken, whole } from "../plan";

const OPERATOR = "Cooperativa sociale Tre Colli";
/** Within the six months whatever the calendar: the shortest half-year has 181 nights. */
const PACE: Pace = { nights: [80, 181], gap: [8, 34], occupied: 0.85 };

/** Shelters and cohousing with the published rule; sizes and names are invented. Deliberately with room for whoever is asking today. */
export const perugia: MunicipalityPlan = {
  city: "perugia",
  seed: 478,
  organisations: [OPERATOR],
  sources: ["social_district", "one_stop_shop", "mobile_unit"],
  sixMonthsFor: ["emergency_shelter", "cohousing"],
  cancelled: 3,
  noShows: 2,
  facilities: [
    {
      name: "Rifugio Elce", kind: "emergency_shelter", organisation: OPERATOR, turnaround: { days: 1, working: true }, pace: PACE,
      rooms: [
        shared("U1", 5, "women", { now: [taken(-21, 158), taken(-48, 130), FREE, FREE, FREE] }),
        shared("U2", 5, "men", { now: [taken(-95, 60), taken(-12, 165), FREE, FREE, FREE] }),
        shared("U3", 4, "men", { now: [taken(-140, 22), taken(-64, 117), taken(-33, 140), taken(-103, 48)] }),
        whole("U4", 4, "family", { features: ["step_free", "private_bathroom"], now: [FREE] }),
        whole("U5", 2, "mixed", { now: [FREE] }),
        whole("U6", 3, "family", { now: [taken(-128, 0)] }),
      ],
    },
    {
      name: "Casa Monteluce", kind: "cohousing", organisation: OPERATOR, features: ["kitchen"], pace: PACE,
      rooms: [
        whole("U1", 4, "family", { features: ["step_free"], now: [taken(0, 178)] }),
        whole("U2", 3, "family", { now: [taken(-10, 170)] }),
        whole("U3", 4, "family", { now: [overdue(-190, -9)], displaced: { arrival: 1, exit: 170 } }),
        whole("U4", 5, "family", { features: ["cot"], closure: { from: -6, until: 24, reason: "maintenance" } }),
        whole("U5", 2, "mixed", { now: [taken(-150, 19, { arrival: 27, exit: 190 })] }),
      ],
    },
    {
      name: "Coabitazione Fontivegge", kind: "cohousing", organisation: OPERATOR, features: ["kitchen", "lift"], pace: PACE,
      rooms: [
        shared("A1", 3, "men", { flat: "Appartamento A", now: [taken(-77, 90), taken(-151, 14), taken(-20, 155)] }),
        shared("A2", 2, "men", { flat: "Appartamento A", now: [taken(-110, 66), taken(-5, 175)] }),
        shared("B1", 2, "women", { flat: "Appartamento B", now: [taken(-60, 110), taken(-172, 6)] }),
        shared("B2", 2, "women", { flat: "Appartamento B", now: [taken(-31, 148), taken(9, 185)] }),
        whole("C", 4, "family", { flat: "Appartamento C", features: ["step_free", "cot"], now: [taken(-88, 87)] }),
      ],
    },
    {
      name: "Rifugio San Sisto", kind: "emergency_shelter", organisation: OPERATOR, pace: PACE,
      rooms: [
        shared("U1", 4, "men", { now: [overdue(-185, -4), taken(-40, 141), taken(-83, 98), FREE] }),
        shared("U2", 3, "women", { now: [taken(-119, 30), taken(-16, 160), FREE] }),
        whole("U3", 4, "family", { now: [taken(-70, 101)] }),
      ],
    },
  ],
  waiting: [
    {
      name: "Famiglia Okafor", language: "en", source: "social_district", urgency: 1, receivedOn: -6,
      members: [
        { givenName: "Amara", familyName: "Okafor", gender: "female", ageInYears: 31, citizenship: "NG", permit: ["refugee", 610] },
        { givenName: "David", familyName: "Okafor", gender: "male", ageInYears: 7, citizenship: "NG" },
        { givenName: "Gift", familyName: "Okafor", gender: "female", ageInYears: 3, citizenship: "NG" },
      ],
    },
    {
      name: "Lamin Sillah", language: "en", source: "mobile_unit", urgency: 1, receivedOn: -3,
      members: [{ givenName: "Lamin", familyName: "Sillah", gender: "male", ageInYears: 26, citizenship: "GM", permit: ["special_protection", 300] }],
    },
    {
      name: "Famiglia Zinchenko", language: "uk", source: "one_stop_shop", urgency: 2, receivedOn: -14, needs: ["private_bathroom"],
      members: [
        { givenName: "Mykola", familyName: "Zinchenko", gender: "male", ageInYears: 58, citizenship: "UA", permit: ["temporary_protection", 140] },
        { givenName: "Nadiia", familyName: "Zinchenko", gender: "female", ageInYears: 56, citizenship: "UA", permit: ["temporary_protection", 140] },
      ],
    },
    {
      name: "Famiglia Zerouali", language: "ar", source: "social_district", urgency: 2, receivedOn: -20, needs: ["step_free"],
      members: [
        { givenName: "Samira", familyName: "Zerouali", gender: "female", ageInYears: 35, citizenship: "MA", permit: ["family", -23] },
        { givenName: "Ines", familyName: "Zerouali", gender: "female", ageInYears: 9, citizenship: "MA" },
      ],
    },
    {
      name: "Rosa Huamani", language: "es", source: "one_stop_shop", urgency: 3, receivedOn: -27,
      members: [{ givenName: "Rosa", familyName: "Huamani", gender: "female", ageInYears: 47, citizenship: "PE", permit: ["work", 420] }],
    },
  ],
};
