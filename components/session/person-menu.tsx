"use client";

import { LogOut, UserRound } from "lucide-react";
import { useRouter } from "next/navigation";
import { Button } from "react-aria-components";
import { Menu } from "../ui/menu";
import { useWords } from "../words/words-provider";
import { leave } from "./leave";
import { useMe } from "./me";

export function PersonMenu() {
  const me = useMe();
  const words = useWords().shell;
  const router = useRouter();

  return (
    <Menu
      label={words.personMenu(me.name)}
      entries={[
        { id: "profile", text: words.profile, icon: <UserRound aria-hidden className="size-4" /> },
        { id: "sign-out", text: words.signOut, icon: <LogOut aria-hidden className="size-4" /> },
      ]}
      onAction={(id) => (id === "profile" ? router.push("/profilo") : void leave())}
      heading={
        <div className="border-b border-line px-4 py-3">
          <p className="font-semibold">{me.name}</p>
          <p className="text-sm text-ink-faint">{me.email}</p>
        </div>
      }
      trigger={
        <Button
          aria-label={words.personMenu(me.name)}
          className="grid size-9 place-items-center rounded-full bg-white text-sm font-bold text-header hover:bg-header-soft data-[focus-visible]:outline-white pointer-coarse:size-11"
        >
          {initialsOf(me.name)}
        </Button>
      }
    />
  );
}

function initialsOf(name: string): string {
  const parts = name.split(/\s+/).filter(Boolean);
  const first = parts[0]?.charAt(0) ?? "";
  const last = parts.length > 1 ? (parts.at(-1)?.charAt(0) ?? "") : "";
  return `${first}${last}`.toUpperCase();
}
