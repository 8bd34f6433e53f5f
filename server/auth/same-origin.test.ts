import { beforeEach, describe, expect, test } from "vitest";
import { isSameOrigin } from "./same-origin";

const asked = (headers: Record<string, string>) => isSameOrigin(new Request("http://internal:3000/api/v1/users", { method: "POST", headers }));

beforeEach(() => {
  process.env.NEXTAUTH_URL = "https://postoletto.comune.example";
});

describe("a request is of the product's own pages", () => {
  test.each<[string, Record<string, string>, boolean]>([
    ["when the browser says so", { "sec-fetch-site": "same-origin" }, true],
    ["when the person typed the address", { "sec-fetch-site": "none" }, true],
    ["not when another site sent it", { "sec-fetch-site": "cross-site" }, false],
    ["not when a sister site sent it", { "sec-fetch-site": "same-site" }, false],
    ["not when another site sent it and names our origin", { "sec-fetch-site": "cross-site", origin: "http://localhost:3000", host: "localhost:3000" }, false],
    ["when its origin is the host it asks", { origin: "http://127.0.0.1:3000", host: "127.0.0.1:3000" }, true],
    ["when its origin is the product's address, behind a proxy that names another host", { origin: "https://postoletto.comune.example", host: "internal:3000" }, true],
    ["not when its origin is another", { origin: "https://evil.example", host: "localhost:3000" }, false],
    ["not when only the port differs", { origin: "http://localhost:4000", host: "localhost:3000" }, false],
    ["not when its origin is hidden", { origin: "null", host: "localhost:3000" }, false],
    ["not when it says nothing", { host: "localhost:3000" }, false],
  ])("%s", (_case, headers, isOurs) => {
    expect(asked(headers)).toBe(isOurs);
  });
});
