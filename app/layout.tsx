import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { LastingTitle } from "@/components/shell/lasting-title";
import { PublicWordsProvider } from "@/components/words/words-provider";
import { localeOfRequest, wordsOfRequest } from "./request";
import { titillium } from "./typeface";
import "./globals.css";

export const dynamic = "force-dynamic";

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  // To the edges of a phone without a frame: the bars keep clear of them by themselves.
  viewportFit: "cover",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#003366" },
    { media: "(prefers-color-scheme: dark)", color: "#0a2038" },
  ],
};

export async function generateMetadata(): Promise<Metadata> {
  const words = (await wordsOfRequest()).shell;
  return { title: { default: words.product, template: `%s · ${words.product}` }, description: words.claim, appleWebApp: { title: words.product, statusBarStyle: "default" } };
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const locale = await localeOfRequest();
  // Asked for here, each language travels in a file of its own, and a browser loads the one that is read.
  const words = locale === "en" ? (await import("@/components/words/public-english")).publicEnglish : (await import("@/components/words/public-italian")).publicItalian;
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  return (
    <html lang={locale} className={titillium.variable}>
      {/* React Aria takes the nonce for its own style elements from here. */}
      <head>
        <meta property="csp-nonce" nonce={nonce} />
        {/* eslint-disable-next-line @next/next/no-sync-scripts -- there before anything can be typed or pressed; it comes beside the style sheet, which the page waits for anyway */}
        <script src={`/early-input.js?${process.env.POSTOLETTO_BUILD}`} nonce={nonce} />
      </head>
      <body>
        <LastingTitle />
        <PublicWordsProvider locale={locale} words={words}>{children}</PublicWordsProvider>
      </body>
    </html>
  );
}
