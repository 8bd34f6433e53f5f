import { expect, test } from "vitest";
import { isInstalled } from "./dependencies.mjs";

const zod = { version: "4.6.7", integrity: "sha512-zod" };
const fsevents = { version: "2.3.3", integrity: "sha512-fs", optional: true };
const lock = { "": { name: "postoletto" }, "node_modules/zod": zod, "node_modules/fsevents": fsevents };

test.each([
  ["all of it", { "node_modules/zod": zod, "node_modules/fsevents": fsevents }, true],
  ["all but another platform's package", { "node_modules/zod": zod }, true],
  ["another version", { "node_modules/zod": { ...zod, version: "4.6.6" } }, false],
  ["another tarball", { "node_modules/zod": { ...zod, integrity: "sha512-else" } }, false],
  ["too little", { "node_modules/fsevents": fsevents }, false],
  ["too much", { "node_modules/zod": zod, "node_modules/left-pad": zod }, false],
  ["nothing, or an installation broken off", null, false],
])("installed is %s", (_case, installed, isEnough) => {
  expect(isInstalled(lock, installed)).toBe(isEnough);
});
