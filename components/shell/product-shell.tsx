"use client";

import { useRouter } from "next/navigation";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { useState, type ReactNode } from "react";
import { RouterProvider } from "react-aria-components";
import type { Me, MunicipalityGrant } from "../http/api-types";
import { QueryProvider } from "../http/query-provider";
import { LiveUpdates } from "../live/live-updates";
import { LastSeenKeeper } from "../offline/last-seen-keeper";
import { OfflineBanner } from "../offline/offline-banner";
import { OfflineWorker } from "../offline/offline-worker";
import { OpenedRecords } from "../search/opened-records";
import { MeProvider } from "../session/me";
import { SignInAgain } from "../session/sign-in-again";
import { ToastProvider } from "../ui/toast";
import { useLocale } from "../words/words-provider";
import { DemonstrationNotice } from "./demonstration-notice";
import { Footer } from "./footer";
import { Header } from "./header";
import { Navigation } from "./navigation";

type Props = { me: Me; municipality: MunicipalityGrant; children: ReactNode };

export function ProductShell({ me, municipality, children }: Props) {
  const [hasEnded, setEnded] = useState(false);
  const locale = useLocale();
  const router = useRouter();

  return (
    <RouterProvider navigate={(href) => router.push(href)}>
      <NuqsAdapter>
        <MeProvider me={me} municipality={municipality}>
          <QueryProvider locale={locale} onSessionEnded={() => setEnded(true)}>
            <ToastProvider>
              <OpenedRecords />
              <LastSeenKeeper />
              <OfflineWorker />
              <Header />
              {/* The header is fixed: what passes under a sticky one counts as covered by it. */}
              <div className="h-14 print:hidden" />
              <OfflineBanner />
              <LiveUpdates />
              <div className="lg:grid lg:grid-cols-[224px_minmax(0,1fr)]">
                <Navigation />
                <main id="contenuto" tabIndex={-1} className="px-4 pt-5 pb-24 outline-none sm:px-7 lg:pb-8 print:px-0 print:pb-0">
                  {children}
                  <div className="in-[main:has([data-loading-page])]:invisible">
                    {me.email.endsWith("@demo.example") && <DemonstrationNotice />}
                    <Footer />
                  </div>
                </main>
              </div>
              <SignInAgain email={me.email} isOpen={hasEnded} onClose={() => setEnded(false)} />
            </ToastProvider>
          </QueryProvider>
        </MeProvider>
      </NuqsAdapter>
    </RouterProvider>
  );
}
