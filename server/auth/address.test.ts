import { afterEach, expect, test } from "vitest";
import { addressOf, networkOf } from "./address";

afterEach(() => {
  delete process.env.POSTOLETTO_TRUSTED_PROXIES;
});

const PEER = "192.0.2.9";

test.each<[string, { peer?: string; forwarded?: string; proxies?: string }, string]>([
  ["is the peer's", { peer: PEER }, PEER],
  ["is the peer's, whatever it says of others", { peer: PEER, forwarded: "203.0.113.1" }, PEER],
  ["is what the one proxy saw", { peer: PEER, forwarded: "203.0.113.1", proxies: "1" }, "203.0.113.1"],
  ["is what the one proxy saw, not what it was told", { peer: PEER, forwarded: "198.51.100.66, 203.0.113.1", proxies: "1" }, "203.0.113.1"],
  ["is what the outer of two proxies saw", { peer: PEER, forwarded: "198.51.100.66, 203.0.113.1, 192.0.2.8", proxies: "2" }, "203.0.113.1"],
  ["is the furthest known where there are fewer proxies than counted", { peer: PEER, forwarded: "203.0.113.1", proxies: "3" }, "203.0.113.1"],
  ["is the proxy's where it told none", { peer: PEER, proxies: "1" }, PEER],
  ["is the proxy's where it told nonsense", { peer: PEER, forwarded: "203.0.113.1, somebody", proxies: "1" }, PEER],
  ["is the peer's where the number of proxies is none", { peer: PEER, forwarded: "203.0.113.1", proxies: "many" }, PEER],
  ["is the peer's where the number of proxies is negative", { peer: PEER, forwarded: "203.0.113.1", proxies: "-1" }, PEER],
  ["is told without the port", { peer: PEER, forwarded: "203.0.113.1:4711", proxies: "1" }, "203.0.113.1"],
  ["is told without brackets", { peer: PEER, forwarded: "[2001:DB8::1]:4711", proxies: "1" }, "2001:db8::1"],
  ["is IPv4 on a socket that speaks both", { peer: "::ffff:203.0.113.1" }, "203.0.113.1"],
  ["of the machine itself is one, whichever way it was called", { peer: "::1" }, "127.0.0.1"],
  ["is unknown where no web server of ours told the peer", { forwarded: "203.0.113.1", proxies: "1" }, "unknown"],
  ["is unknown where the peer is nonsense", { peer: "somebody" }, "unknown"],
])("an address %s", (_case, { peer, forwarded, proxies }, address) => {
  if (proxies !== undefined) process.env.POSTOLETTO_TRUSTED_PROXIES = proxies;
  const headers = new Headers({ ...(peer && { "x-postoletto-peer": peer }), ...(forwarded && { "x-forwarded-for": forwarded }) });
  expect(addressOf(headers)).toBe(address);
});

test.each([
  ["203.0.113.1", "203.0.113.1"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:db8:1:2::6", "2001:db8:1:2::/64"],
  ["2001:0db8:0001::6", "2001:db8:1:0::/64"],
  ["2001:db8::1:2:3:4:5", "2001:db8:0:1::/64"],
  ["::1", "0:0:0:0::/64"],
  ["fe80::1%eth0", "fe80:0:0:0::/64"],
  ["unknown", "unknown"],
])("%s is of the network %s", (address, network) => {
  expect(networkOf(address)).toBe(network);
});
