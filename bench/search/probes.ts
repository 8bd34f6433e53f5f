import { addDays } from "@/domain/day";
import type { Present } from "./present";
import type { Site } from "./site";
import { TODAY } from "./world";

/**
 * One measured request, with what is done before it and after it outside the measurement. Other searches name a household: its fit is
 * written down as a reading, so the answer never comes from memory (server/http/remembered.ts).
 */
export type Probe = {
  name: string;
  before?: (site: Site, present: Present) => Promise<string>;
  request: (site: Site, present: Present, id: string) => Promise<unknown>;
  after?: (site: Site, id: string) => Promise<unknown>;
};

const get = (name: string, path: (present: Present) => string): Probe => ({ name, request: ({ ask }, present) => ask("GET", path(present)) });
const nights = `municipality=G478&from=${addDays(TODAY, 5)}&nights=30`;

async function place({ ask }: Site, { household, unitId }: Present, arrival: string): Promise<string> {
  return (await ask<{ id: string }>("POST", "/placements", { householdId: household.id, unitId, arrival, exit: addDays(arrival, 30) })).id;
}
const arrive = ({ ask }: Site, id: string) => ask("POST", `/placements/${id}/arrival`, { date: TODAY });
const leave = ({ ask }: Site, id: string) => ask("POST", `/placements/${id}/departure`, { date: TODAY, reason: "end_of_stay", destination: "family" });
const callOff = ({ ask }: Site, id: string) => ask("POST", `/placements/${id}/cancellation`, { reason: "household_declined" });

/** After a write, of which nobody knows yet: answers from memory are of no use here. */
const afterWrite = (name: string, ...paths: string[]): Probe => ({
  name,
  before: (site, present) => place(site, present, addDays(TODAY, 5)),
  request: async ({ ask }) => {
    for (const path of paths) await ask("GET", path);
  },
  after: callOff,
});

export const probes: Probe[] = [
  get("availability, 30 nights, for a household", ({ household }) => `/availability?${nights}&householdId=${household.id}`),
  get("availability, forward", ({ household }) => `/availability?${nights}&householdId=${household.id}&forward=true`),
  get("availability, in the past", ({ household }) => `/availability?municipality=G478&from=2027-01-05&nights=10&householdId=${household.id}`),
  // The first reads for itself, the second all that lies ahead.
  afterWrite("availability, two searches for nobody by name", `/availability?${nights}&persons=1`, `/availability?${nights}&persons=2`),
  afterWrite("the day's work", "/tasks?municipality=G478"),
  afterWrite("today's figures", "/today?municipality=G478"),
  afterWrite("the board, six weeks", `/board?municipality=G478&from=${addDays(TODAY, -10)}&until=${addDays(TODAY, 32)}`),
  afterWrite("the board, six weeks of the past", "/board?municipality=G478&from=2026-12-19&until=2027-01-30"),
  afterWrite("occupancy of a past month", "/reports/occupancy?municipality=G478&from=2026-12-01&until=2027-01-01&groupBy=facility"),
  {
    name: "placing a household",
    request: async (site, present) => (placed = await place(site, present, addDays(TODAY, 5))),
    after: (site) => callOff(site, placed),
  },
  { name: "arrival", before: (site, present) => place(site, present, TODAY), request: (site, _present, id) => arrive(site, id), after: leave },
  {
    name: "departure",
    before: async (site, present) => {
      const id = await place(site, present, TODAY);
      await arrive(site, id);
      return id;
    },
    request: (site, _present, id) => leave(site, id),
  },
  get("households, newest", () => "/households?municipality=G478"),
  get("households, those who left", () => "/households?municipality=G478&status=ended"),
  get("households, q=N-0142", () => "/households?municipality=G478&q=N-0142"),
  get("households, q=zanzottera", () => "/households?municipality=G478&q=zanzottera"),
  get("households, q=maria (one in a hundred)", () => "/households?municipality=G478&q=maria"),
  get("households, q=nobody of this name", () => "/households?municipality=G478&q=xyzzyx"),
  get("households, q=two words", () => "/households?municipality=G478&q=ada+zanz"),
  get("a household's file, eight placements", ({ returning }) => `/households/${returning}`),
  get("facilities", () => "/facilities?municipality=G478"),
  get("a facility's page", ({ facilityId }) => `/facilities/${facilityId}`),
  get("placements in house", () => "/placements?municipality=G478&status=in_house"),
  get("placements of a month", () => `/placements?municipality=G478&from=${TODAY}&until=${addDays(TODAY, 30)}`),
  get("placements, first page", () => "/placements?municipality=G478"),
];

let placed = "";
