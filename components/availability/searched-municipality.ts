"use client";

import type { MunicipalityGrant } from "../http/api-types";
import { useMe, useMunicipality } from "../session/me";

/** The municipality that is searched in, with what the person may do there. */
export function useSearchedMunicipality(code: string): MunicipalityGrant {
  const own = useMunicipality();
  return useMe().municipalities.find((each) => each.code === code) ?? own;
}
