import { expect, test } from "vitest";
import type { Vacancy } from "../http/api-types";
import { nearestUnits } from "./nearest-units";

const vacancy = (unitId: string, facilityId: string, fits = true): Vacancy => ({
  facilityId, facilityName: facilityId, kind: "cohousing", unitId, unitName: unitId, flat: null, letting: "by_bed", genderPolicy: "mixed", features: [], freeBeds: [], freeBedCount: 1, bedCount: 2, beds: [],
  latestExit: null, sharedWith: [], confirmedAt: null, fits, checks: [],
});

test("the nearest units are others that fit, those of the same facility first, and few of them", () => {
  const items = [vacancy("far", "other"), vacancy("here", "home"), vacancy("no", "home", false), vacancy("near", "home"), vacancy("second", "other"), vacancy("third", "other")];
  expect(nearestUnits(items, vacancy("here", "home", false)).map(({ unitId }) => unitId)).toEqual(["near", "far", "second"]);
});
