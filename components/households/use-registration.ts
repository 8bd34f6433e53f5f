"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { newKey } from "../http/new-key";
import { asProblem } from "../http/problem";
import { forgetDraft, keepDraft } from "../session/draft";
import { useMe, useMunicipality, useToday } from "../session/me";
import { useToast } from "../ui/toast";
import { useWords } from "../words/words-provider";
import { householdMutations } from "./household-mutations";
import { emptyRegistration, householdBody, isBegun, referralBody, type Registration } from "./registration";

export const DRAFT = "new-household";

/** Holds what is typed, keeps it over a reload, and sends the household and then its referral; each is done once however often it is tried. */
export function useRegistration(initial: Registration) {
  const words = useWords().households;
  const [registration, setRegistration] = useState(initial);
  const isSent = useRef(false);
  const queries = useQueryClient();
  const registering = useMutation(householdMutations.register(queries));
  const referring = useMutation(householdMutations.refer(queries));
  const municipality = useMunicipality().code;
  const personId = useMe().id;
  const today = useToday();
  const router = useRouter();
  const toast = useToast();

  useEffect(() => {
    if (!isSent.current && isBegun(registration)) keepDraft(DRAFT, personId, registration);
  }, [registration, personId]);

  /** A no that was said is done with: the next try is another thing. Without an answer it may have been done. */
  function renewKey(which: keyof Registration["keys"], error: unknown) {
    const problem = asProblem(error);
    const isAnswered = problem !== null && !problem.isUnreachable && problem.status < 500 && problem.status !== 401;
    if (isAnswered) setRegistration((before) => ({ ...before, keys: { ...before.keys, [which]: newKey() } }));
  }

  async function send() {
    let { registered } = registration;
    if (!registered) {
      try {
        const { id, code } = await registering.mutateAsync({ body: householdBody(registration, municipality), key: registration.keys.household });
        registered = { id, code };
        setRegistration((before) => ({ ...before, registered }));
      } catch (error) {
        return renewKey("household", error);
      }
    }
    const referral = referralBody(registration.referral, registered.id, today);
    if (referral) {
      try {
        await referring.mutateAsync({ body: referral, key: registration.keys.referral });
      } catch (error) {
        return renewKey("referral", error);
      }
    }
    isSent.current = true;
    forgetDraft(DRAFT, personId);
    toast(words.registered(registered.code));
    router.push(`/nuclei/${registered.id}`);
  }

  function beginAnew() {
    setRegistration(emptyRegistration());
    forgetDraft(DRAFT, personId);
  }

  return {
    registration, setRegistration, send, beginAnew,
    isPending: registering.isPending || referring.isPending,
    registerError: registering.error,
    referError: registration.registered ? referring.error : null,
  };
}
