import "server-only";
import { isIP } from "node:net";

/** Where an address is not known: nobody stands in front of the product, as in tests within one process. */
export const UNKNOWN = "unknown";

/**
 * The address a request comes from. `x-postoletto-peer` is written by our own web server whatever the caller sent; each hop of
 * `x-forwarded-for` is worth as much as whoever wrote it, so only those of the proxies that POSTOLETTO_TRUSTED_PROXIES counts are believed.
 */
export function addressOf(headers: Headers): string {
  const peer = headers.get("x-postoletto-peer");
  if (peer === null) return UNKNOWN;
  const hops = [...(headers.get("x-forwarded-for") ?? "").split(","), peer].map(plain);
  // A proxy that told no address is where the trail ends.
  return hops.slice(-1 - trustedProxies()).find((hop) => isIP(hop) !== 0) ?? UNKNOWN;
}

/** What one household or attacker has for itself: an IPv4 address, or the /64 of an IPv6 one. */
export function networkOf(address: string): string {
  return isIP(address) === 6 ? `${groupsOf(address).slice(0, 4).join(":")}::/64` : address;
}

function trustedProxies(): number {
  const given = Number(process.env.POSTOLETTO_TRUSTED_PROXIES ?? 0);
  return Number.isInteger(given) && given > 0 ? given : 0;
}

/** `::ffff:192.0.2.1` is an IPv4 address on a socket that speaks both, `::1` the same machine; some proxies add the port. */
function plain(hop: string): string {
  const address = hop.trim().toLowerCase().replace(/^::ffff:(?=[\d.]+$)/, "").replace(/^::1$/, "127.0.0.1");
  return address.replace(/^\[(.*)\](:\d+)?$/, "$1").replace(/^([\d.]+):\d+$/, "$1");
}

function groupsOf(address: string): string[] {
  const [head = "", tail = ""] = (address.split("%")[0] ?? "").split("::");
  const [left, right] = [head, tail].map((part) => part.split(":").filter(Boolean)) as [string[], string[]];
  const missing = address.includes("::") ? Array<string>(Math.max(0, 8 - left.length - right.length)).fill("0") : [];
  return [...left, ...missing, ...right].map((group) => group.replace(/^0+(?=.)/, ""));
}
