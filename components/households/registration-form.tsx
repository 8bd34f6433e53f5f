"use client";

import { useState, type FormEvent } from "react";
import { Form } from "react-aria-components";
import { ProblemAlert } from "../http/problem-alert";
import { useMay } from "../session/me";
import { Alert } from "../ui/alert";
import { Button } from "../ui/button";
import { ButtonLink } from "../ui/button-link";
import { Card, CardHead } from "../ui/card";
import { focusFirstInvalid } from "../ui/focus-first-invalid";
import { useWords } from "../words/words-provider";
import { NewContactsCard } from "./new-contacts-card";
import { NewMembersCard } from "./new-members-card";
import { ReferralFields } from "./referral-fields";
import { isIncomplete, isUrgencyMissing, type Registration } from "./registration";
import { useRegistration } from "./use-registration";

type Props = { initial: Registration; isRestored: boolean };

export function RegistrationForm({ initial, isRestored }: Props) {
  const { households: words, householdFile, shell } = useWords();
  const mayRefer = useMay("case.write");
  const [hasTried, setTried] = useState(false);
  const [saysRestored, setSaysRestored] = useState(isRestored);
  const { registration, setRegistration, send, beginAnew, isPending, registerError, referError } = useRegistration(initial);
  const { registered } = registration;
  const lacks = registered ? isUrgencyMissing(registration.referral) : isIncomplete(registration);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setTried(true);
    if (lacks) return focusFirstInvalid(event.currentTarget);
    void send();
  }

  function clear() {
    beginAnew();
    setSaysRestored(false);
    setTried(false);
  }

  return (
    <Form onSubmit={submit} validationBehavior="aria" className="max-w-3xl space-y-4">
      {saysRestored && (
        <Alert tone="info" title={words.restored} isLive={false}>
          <Button size="small" tone="quiet" onPress={clear}>{words.beginAnew}</Button>
        </Alert>
      )}
      {registered ? (
        <Alert tone="warning" title={words.referralLeft(registered.code)}>{words.referralLeftText}</Alert>
      ) : (
        <>
          <NewMembersCard registration={registration} onChange={setRegistration} hasTried={hasTried} error={registerError} onAdd={() => setTried(false)} />
          <NewContactsCard registration={registration} onChange={setRegistration} error={registerError} />
        </>
      )}
      {mayRefer && (
        <Card labelledBy="segnalazione">
          <CardHead id="segnalazione" title={householdFile.comesFrom} />
          <div className="px-4 py-4 sm:px-5">
            <ReferralFields draft={registration.referral} onChange={(referral) => setRegistration({ ...registration, referral })} showsMissing={hasTried} />
          </div>
        </Card>
      )}
      {hasTried && lacks && <Alert>{words.fillIn}</Alert>}
      {registerError && !registered && <ProblemAlert error={registerError} title={words.registerFailed} />}
      {referError && <ProblemAlert error={referError} title={householdFile.referralFailed} />}
      <div className="flex flex-col-reverse gap-2 sm:flex-row">
        {registered ? <ButtonLink href={`/nuclei/${registered.id}`}>{words.toFile}</ButtonLink> : <ButtonLink href="/nuclei">{shell.cancel}</ButtonLink>}
        <Button type="submit" tone="primary" isPending={isPending}>{registered ? words.retryReferral : words.register}</Button>
      </div>
    </Form>
  );
}
