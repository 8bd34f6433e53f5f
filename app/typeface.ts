import localFont from "next/font/local";

/** Asked for with the page, since every page writes in all three weights. Letters beyond Latin 1 come from globals.css when there are any. */
export const titillium = localFont({
  src: [
    { path: "../node_modules/@fontsource/titillium-web/files/titillium-web-latin-400-normal.woff2", weight: "400" },
    { path: "../node_modules/@fontsource/titillium-web/files/titillium-web-latin-600-normal.woff2", weight: "600" },
    { path: "../node_modules/@fontsource/titillium-web/files/titillium-web-latin-700-normal.woff2", weight: "700" },
  ],
  variable: "--titillium",
  display: "swap",
  // Stands in globals.css, behind the letters beyond Latin 1.
  adjustFontFallback: false,
});
