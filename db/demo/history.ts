import type { PlacementStatus } from "@/domain/placement";
import { CANCELLED_FOR, type CancellationReason, type DeparturePlan, drawDeparture, leftEarly, NO_SHOW_FOR } from "./departures";
import { drawHousehold, type HouseholdPlan, waitingHousehold } from "./people";
import type { FacilityPlan, MunicipalityPlan, Nights, Offset, RoomPlan } from "./plan";
import type { Random } from "./random";
import { shapeFor, shapeOf, shapesFor } from "./shapes";
import { timelineOf } from "./timeline";

export type PlacementPlan = {
  household: HouseholdPlan;
  facility: FacilityPlan;
  room: RoomPlan;
  /** Its place in the room; null in a unit let whole. */
  bed: number | null;
  status: PlacementStatus;
  nights: Nights;
  plannedExit: Offset;
  departure: DeparturePlan | null;
  closingReason: CancellationReason | null;
};

export type History = { households: HouseholdPlan[]; placements: PlacementPlan[] };

type Place = Pick<PlacementPlan, "facility" | "room" | "bed">;

const ITALIANS = 0.04;

/** Everybody a municipality has hosted, hosts, expects, follows and lets wait. */
export function historyOf(plan: MunicipalityPlan, random: Random): History {
  const places = plan.facilities.flatMap((facility) => facility.rooms.flatMap((room) => placesIn(facility, room)));
  const placements = [
    ...places.flatMap((place) => hosted(random, plan, place)),
    ...displaced(random, plan),
    ...cameToNothing(random, plan, places),
  ];
  const inFacilities = placements.map(({ household }) => household);
  const households = [...inFacilities, ...inCharge(random, plan, inFacilities), ...waiting(random, plan)];
  return { households: households.sort((a, b) => a.knownSince - b.knownSince), placements };
}

function placesIn(facility: FacilityPlan, room: RoomPlan): Place[] {
  return room.letting === "whole_unit" ? [{ facility, room, bed: null }] : room.beds.map((_kind, bed) => ({ facility, room, bed }));
}

function hosted(random: Random, plan: MunicipalityPlan, place: Place): PlacementPlan[] {
  const { facility, room, bed } = place;
  const closed = room.closure && !room.closure.isCancelled && room.closure.from < 0 && (room.closure.bed ?? bed) === bed ? room.closure.from : null;
  return timelineOf(random, facility.pace, room.now?.[bed ?? 0], closed).map((nights) => placed(random, plan, place, nights, statusNow(nights)));
}

function statusNow({ arrival, exit, isOverdue }: Nights): PlacementStatus {
  if (arrival >= 0) return "planned";
  return exit < 0 && !isOverdue ? "ended" : "in_house";
}

function placed(random: Random, plan: MunicipalityPlan, place: Place, nights: Nights, status: PlacementStatus): PlacementPlan {
  const { facility, room } = place;
  const shape = shapeFor(random, facility, room);
  const knownSince = Math.min(-1, nights.arrival - random.between(2, 35));
  const isDocumented = plan.sixMonthsFor?.includes(facility.kind) ?? false;
  const household = drawHousehold(random, shape, { on: nights.arrival, knownSince, italians: plan.inCharge ? 0 : ITALIANS, isDocumented });

  household.referral = { source: random.pick(plan.sources), urgency: random.between(1, 3) };
  const isStillTheirs = status === "planned" || status === "in_house" || status === "needs_bed";
  household.protectedFor = facility.isProtected && isStillTheirs ? facility.organisation : null;
  if (facility.kind === "supported_collective") household.healthNeeds = [random.chance(0.6) ? "mental_health_support" : "addiction_support"];
  const leaving = { isSingle: household.members.length === 1, hasMinors: shape.minors > 0, isReception: facility.kind === "reception_centre" };
  const departure = status === "ended" ? drawDeparture(random, leaving) : null;
  const hasCase = household.members[0]?.citizenship !== "IT" && status !== "cancelled" && status !== "no_show";
  if (hasCase) {
    const programme = nights.arrival < -500 ? "LGNETEA" : "LGNET2";
    household.case = { programme, from: Math.min(-1, nights.arrival), until: departure && nights.exit, outcome: departure?.destination ?? null };
  }
  return { ...place, household, status, nights, departure, plannedExit: plannedExit(random, place, nights, departure), closingReason: null };
}

function plannedExit(random: Random, { facility }: Place, { arrival, exit }: Nights, departure: DeparturePlan | null): Offset {
  if (departure === null || !leftEarly(departure)) return exit;
  return Math.max(exit, Math.min(exit + random.between(3, 50), arrival + facility.pace.nights[1]));
}

function displaced(random: Random, plan: MunicipalityPlan): PlacementPlan[] {
  return plan.facilities.flatMap((facility) =>
    facility.rooms.flatMap((room) => (room.displaced ? [placed(random, plan, { facility, room, bed: null }, room.displaced, "needs_bed")] : [])),
  );
}

function cameToNothing(random: Random, plan: MunicipalityPlan, places: Place[]): PlacementPlan[] {
  const draw = (status: "cancelled" | "no_show", latest: Offset, reasons: CancellationReason[]): PlacementPlan => {
    const place = random.pick(places);
    const arrival = random.between(-110, latest);
    const nights = { arrival, exit: arrival + random.between(...place.facility.pace.nights) };
    return { ...placed(random, plan, place, nights, status), closingReason: random.pick(reasons) };
  };
  return [
    ...Array.from({ length: plan.cancelled ?? 0 }, () => draw("cancelled", 20, CANCELLED_FOR)),
    ...Array.from({ length: plan.noShows ?? 0 }, () => draw("no_show", -2, NO_SHOW_FOR)),
  ];
}

/** Followed without a bed of ours: as many as were published. */
function inCharge(random: Random, plan: MunicipalityPlan, hostedHouseholds: HouseholdPlan[]): HouseholdPlan[] {
  if (!plan.inCharge) return [];
  const already = hostedHouseholds.filter((household) => household.case !== null).reduce((people, { members }) => people + members.length, 0);
  const shapes = "people" in plan.inCharge
    ? shapesFor(random, plan.inCharge.people - already)
    : plan.inCharge.shapes.flatMap(([households, adults, minors]) => Array.from({ length: households }, () => shapeOf(random, adults, minors)));

  return shapes.map((shape) => {
    const on = random.between(-640, -12);
    const household = drawHousehold(random, shape, { on, knownSince: on - random.between(1, 20), italians: 0, isDocumented: false });
    household.case = { programme: on < -500 ? "LGNETEA" : "LGNET2", from: on, until: null, outcome: null };
    return household;
  });
}

function waiting(random: Random, plan: MunicipalityPlan): HouseholdPlan[] {
  const drawn = Array.from({ length: plan.waitingDrawn ?? 0 }, () => {
    const on = -random.between(1, 45);
    const [shape] = shapesFor(random, random.between(1, 4));
    const household = drawHousehold(random, shape ?? shapeOf(random, 1, 0), { on, knownSince: on, italians: ITALIANS, isDocumented: false });
    household.referral = { source: random.pick(plan.sources), urgency: random.between(1, 3) };
    return household;
  });
  return [...(plan.waiting ?? []).map(waitingHousehold), ...drawn];
}
