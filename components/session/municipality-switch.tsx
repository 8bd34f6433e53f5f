"use client";

import { ChevronDown, MapPin } from "lucide-react";
import { useRouter } from "next/navigation";
import { Button } from "react-aria-components";
import { Menu } from "../ui/menu";
import { useWords } from "../words/words-provider";
import { rememberInCookie } from "./cookies";
import { HEADER_BUTTON } from "./header-button";
import { MUNICIPALITY_COOKIE, useMe, useMunicipality } from "./me";

/** Shown only to who works for several. */
export function MunicipalitySwitch() {
  const { municipalities } = useMe();
  const municipality = useMunicipality();
  const words = useWords().shell;
  const router = useRouter();
  if (municipalities.length < 2) return null;

  function choose(code: string) {
    rememberInCookie(MUNICIPALITY_COOKIE, code);
    const here = new URL(window.location.href);
    // What the address says of the municipality left behind no longer holds.
    if (here.searchParams.has("municipality")) {
      here.searchParams.delete("municipality");
      here.searchParams.delete("householdId");
      router.replace(`${here.pathname}${here.search}`);
    }
    router.refresh();
  }

  return (
    <Menu
      label={words.municipality}
      selected={municipality.code}
      entries={municipalities.map(({ code, name }) => ({ id: code, text: name }))}
      onAction={choose}
      trigger={
        <Button className={HEADER_BUTTON}>
          <span className="sr-only">{words.municipality}: </span>
          <MapPin aria-hidden className="size-5 sm:hidden" />
          <span className="max-sm:sr-only">{municipality.name}</span>
          <ChevronDown aria-hidden className="size-4" />
        </Button>
      }
    />
  );
}
