"use client";

import { BedDouble, DoorOpen, Pencil, Plus, Split } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { liveOf } from "@/domain/placement";
import type { Household, Member, Placement } from "../http/api-types";
import { useMay, useToday } from "../session/me";
import { Alert } from "../ui/alert";
import { Button, IconButton } from "../ui/button";
import { Card, CardHead } from "../ui/card";
import { Disclosure } from "../ui/disclosure";
import { useWords } from "../words/words-provider";
import { birthdaysAhead, currentPlacement } from "./household-words";
import { MemberLine } from "./member-line";

const MemberDialog = dynamic(() => import("./member-dialog").then((file) => file.MemberDialog), { ssr: false });
const LeaveDialog = dynamic(() => import("./leave-dialog").then((file) => file.LeaveDialog), { ssr: false });
const DivideDialog = dynamic(() => import("./divide-dialog").then((file) => file.DivideDialog), { ssr: false });
const JoinDialog = dynamic(() => import("../moves/join-dialog").then((file) => file.JoinDialog), { ssr: false });

type Opened = { what: "add" | "divide" } | { what: "edit" | "leave" | "join"; member: Member };

export function MembersCard({ household }: { household: Household }) {
  const { households, householdFile: words, moves, today: todayWords } = useWords();
  const today = useToday();
  const mayWrite = useMay("household.write");
  const mayPlace = useMay("placement.write");
  const [open, setOpen] = useState<Opened | null>(null);
  const close = () => setOpen(null);
  const birthdays = birthdaysAhead(household, today);
  const hasLeft = ({ until }: Member) => until !== null && until <= today;
  const [present, past] = [household.members.filter((member) => !hasLeft(member)), household.members.filter(hasLeft)];

  const current = currentPlacement(household);
  const mayDivide = present.length > 1 && (mayPlace || current === null);

  return (
    <Card labelledBy="componenti">
      <CardHead
        id="componenti"
        title={households.members}
        action={mayWrite && <div data-no-print className="-me-3 flex flex-wrap justify-end">{mayDivide && <Button size="small" tone="quiet" aria-haspopup="dialog" onPress={() => setOpen({ what: "divide" })}><Split aria-hidden className="size-4" />{moves.divide}</Button>}<Button size="small" tone="quiet" aria-haspopup="dialog" onPress={() => setOpen({ what: "add" })}><Plus aria-hidden className="size-4" />{words.addMember}</Button></div>}
      />
      {birthdays.length > 0 && (
        <div className="px-4 pt-3 sm:px-5">
          <Alert tone="info" isLive={false} title={birthdays.map(({ name, day }) => words.turnsOfAge(name, day)).join(". ")}>{todayWords.ofAgeHint}</Alert>
        </div>
      )}
      <ul>
        {present.map((member) => {
          const name = `${member.givenName} ${member.familyName}`;
          return (
            <MemberLine key={`${member.personId}-${member.from}`} member={member}>
              {mayPlace && current && lacksBed(member, current) && <IconButton aria-haspopup="dialog" aria-label={moves.joinMember(name)} onPress={() => setOpen({ what: "join", member })}><BedDouble aria-hidden className="size-4" /></IconButton>}
              {mayWrite && (
                <>
                  <IconButton aria-haspopup="dialog" aria-label={words.editMember(name)} onPress={() => setOpen({ what: "edit", member })}><Pencil aria-hidden className="size-4" /></IconButton>
                  {present.length > 1 && <IconButton aria-haspopup="dialog" aria-label={words.leaveMember(name)} onPress={() => setOpen({ what: "leave", member })}><DoorOpen aria-hidden className="size-4" /></IconButton>}
                </>
              )}
            </MemberLine>
          );
        })}
      </ul>
      {past.length > 0 && (
        <div className="border-t border-line px-4 py-2 sm:px-5">
          <Disclosure title={words.pastMembers(past.length)}>
            <ul className="-mx-5">{past.map((member) => <MemberLine key={`${member.personId}-${member.from}`} member={member} />)}</ul>
          </Disclosure>
        </div>
      )}
      {(open?.what === "add" || open?.what === "edit") && <MemberDialog household={household} member={open.what === "edit" ? open.member : null} onClose={close} />}
      {open?.what === "divide" && <DivideDialog household={household} members={present} onClose={close} />}
      {open?.what === "join" && current && <JoinDialog placement={current} member={open.member} onClose={close} />}
      {open?.what === "leave" && <LeaveDialog household={household} member={open.member} onClose={close} />}
    </Card>
  );
}

/** Whether the others have a place, now or to come, and this one has none. */
function lacksBed({ personId }: Member, { status, stays }: Placement): boolean {
  return (status === "in_house" || status === "planned") && !liveOf(stays).some((stay) => stay.personId === personId);
}
