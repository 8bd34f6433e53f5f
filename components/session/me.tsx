"use client";

import { createContext, useContext, type ReactNode } from "react";
import type { Permission } from "@/domain/actor";
import type { Me, MunicipalityGrant } from "../http/api-types";

export const MUNICIPALITY_COOKIE = "postoletto-municipality";

type Session = { me: Me; municipality: MunicipalityGrant };

const SessionContext = createContext<Session | null>(null);

export function MeProvider({ me, municipality, children }: Session & { children: ReactNode }) {
  return <SessionContext value={{ me, municipality }}>{children}</SessionContext>;
}

function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error("useSession outside MeProvider");
  return session;
}

/** False on the pages for everybody. */
export function useIsSignedIn(): boolean {
  return useContext(SessionContext) !== null;
}

export function useMe(): Me {
  return useSession().me;
}

/** The municipality the person works for now. */
export function useMunicipality(): MunicipalityGrant {
  return useSession().municipality;
}

/** Today in Rome as the server counts it, which a test may set. */
export function useToday(): string {
  return useSession().me.today;
}

export function useMay(permission: Permission): boolean {
  return useMunicipality().permissions.includes(permission);
}
