import { expect, test } from "vitest";
import { findChromium } from "./chromium.mjs";

const runs = process.execPath;
const fails = "/bin/false";

test.each([
  ["the wish comes first", { POSTOLETTO_CHROMIUM: runs }, ["/bin/echo"], runs],
  ["one that is missing is passed over", {}, ["/nowhere/chromium", runs], runs],
  ["one that does not run is passed over", {}, [fails, runs], runs],
  ["without any there is none", {}, [fails], undefined],
])("%s", (_case, env, candidates, found) => {
  expect(findChromium(env as unknown as NodeJS.ProcessEnv, candidates)).toBe(found);
});

test("a wish that cannot be met is said, not replaced", () => {
  expect(() => findChromium({ POSTOLETTO_CHROMIUM: fails } as unknown as NodeJS.ProcessEnv, [runs])).toThrow(/POSTOLETTO_CHROMIUM is \/bin\/false/);
});
