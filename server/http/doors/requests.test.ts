import { afterAll, beforeAll, expect, test } from "vitest";
import { type Api, type Caller, PERUGIA, startApi } from "@/test/api";
import { colleagues, type Known, strangers } from "@/test/callers";
import { aPlace, type Place, TODAY } from "@/test/place";
import { OF_ONESELF_ALONE, requestTo } from "@/test/requests";
import { operations } from "../operation";

let api: Api;
let place: Place;
let known: Known[];

beforeAll(async () => {
  api = await startApi({ today: TODAY });
  const manager: Caller = await api.as("manager");
  place = await aPlace(api, manager, { municipality: PERUGIA, mark: "Elce" });
  known = await colleagues(api.owner, { ours: place.organisationId, theirs: place.organisationId });
});
afterAll(() => api.close());

const hasFile = ({ method, path }: { method: string; path: string }) => method === "post" && path.startsWith("/imports/");

test("every operation has a request that succeeds for somebody, so that what the other tests refuse was worth refusing", async () => {
  const refused: string[] = [];
  for (const operation of operations.filter((each) => !hasFile(each) && !OF_ONESELF_ALONE.includes(`${each.method} ${each.path}`))) {
    const asked = requestTo(operation, place);
    const answers: string[] = [];
    for (const name of ["a manager", "an administrator of the network"]) {
      const { status, text } = (await known.find((one) => one.name === name)?.visit(asked)) ?? { status: 0, text: "" };
      answers.push(status < 300 ? "ok" : `${status} ${text}`);
      if (status < 300) break;
    }
    if (!answers.includes("ok")) refused.push(`${operation.method} ${operation.path}: ${answers.join(" | ")}`);
  }
  expect(refused).toEqual([]);
});

test("every operation is closed to whoever does not count, however they show it: 401", async () => {
  for (const [who, visit] of await strangers(api.owner)) {
    for (const operation of operations) {
      const { status, text, headers } = await visit(hasFile(operation) ? { method: "POST", path: operation.path, body: "a,b\n" } : requestTo(operation, place));
      expect([status, (JSON.parse(text) as { code: string }).code, headers.get("www-authenticate")], `${who} ${operation.method} ${operation.path}`).toEqual([401, "unauthenticated", "Bearer"]);
    }
  }
});
