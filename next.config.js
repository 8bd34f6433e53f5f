const SECURITY_HEADERS = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
  { key: "X-Permitted-Cross-Domain-Policies", value: "none" },
  { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=(), payment=(), usb=()" },
];

// Pages get a stricter one, with a nonce, from proxy.ts.
const NOTHING = { key: "Content-Security-Policy", value: "default-src 'none'; frame-ancestors 'none'" };

// The service worker asks the product itself for pages and files, and nobody else for anything.
const WORKER = [
  { key: "Content-Security-Policy", value: "default-src 'none'; script-src 'self'; connect-src 'self'; frame-ancestors 'none'" },
  { key: "Cache-Control", value: "no-cache" },
];

/** @type {import("next").NextConfig} */
const config = {
  reactStrictMode: true,
  poweredByHeader: false,
  // Types are checked by the tests; a start need not wait for them.
  typescript: { ignoreBuildErrors: true },
  // Tells one build from another, so that a browser renews what it keeps for when there is no network.
  env: { POSTOLETTO_BUILD: Date.now().toString(36) },
  headers: async () => [
    { source: "/:path*", headers: SECURITY_HEADERS },
    { source: "/(healthz|readyz|metrics)", headers: [NOTHING] },
    { source: "/sw.js", headers: WORKER },
    // Its address names the build.
    { source: "/early-input.js", headers: [{ key: "Cache-Control", value: "public, max-age=31536000, immutable" }] },
  ],
  serverExternalPackages: ["@node-rs/argon2", "nodemailer", "pino", "postgres", "prom-client"],
};

export default config;
