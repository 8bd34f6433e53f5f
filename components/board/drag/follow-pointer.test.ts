import { expect, test } from "vitest";
import { scrollBeside } from "./follow-pointer";

test.each([
  ["in the middle not at all", 450, 0],
  ["at the upper edge up", 106, -10],
  ["beyond it no faster than one can follow", -300, -16],
  ["at the lower edge down", 858, 10],
  ["beyond that no faster either", 2000, 16],
])("a page of 900 scrolls under a pointer %s", (_case, y, by) => expect(scrollBeside(y, 900)).toBe(by));
