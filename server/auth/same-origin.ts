import "server-only";

/**
 * True when a page of the product itself sent the request. Cookies go along with whatever another site makes the browser send;
 * these headers no site can choose.
 */
export function isSameOrigin(request: Request): boolean {
  const site = request.headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin" || site === "none";

  const origin = request.headers.get("origin");
  if (origin === null || !URL.canParse(origin)) return false;
  return ownHosts(request).includes(new URL(origin).host);
}

/** The host as the browser named it, and as the operator of the product did: a proxy may change the former. */
function ownHosts(request: Request): string[] {
  const named = process.env.NEXTAUTH_URL;
  const host = request.headers.get("host") ?? new URL(request.url).host;
  return named && URL.canParse(named) ? [host, new URL(named).host] : [host];
}
