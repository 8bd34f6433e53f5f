"use client";

import { useState } from "react";
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from "@/domain/passwords";
import { TextField } from "../ui/text-field";
import { usePublicWords } from "../words/words-provider";

/** A new password, typed twice so that a slip shuts nobody out. */
export function useNewPassword() {
  const [password, setPassword] = useState("");
  const [again, setAgain] = useState("");
  const isLongEnough = [...password].length >= SHORTEST_PASSWORD;
  const forget = () => {
    setPassword("");
    setAgain("");
  };
  return { password, setPassword, again, setAgain, isLongEnough, isSame: password === again, isReady: isLongEnough && password === again, forget };
}

type Props = { chosen: ReturnType<typeof useNewPassword>; hasTried: boolean };

export function NewPasswordFields({ chosen, hasTried }: Props) {
  const words = usePublicWords().passwords;
  const isTooShort = hasTried && !chosen.isLongEnough;
  return (
    <>
      <TextField
        label={words.new}
        name="password"
        type="password"
        autoComplete="new-password"
        maxLength={LONGEST_PASSWORD}
        isRequired
        hint={words.hint(SHORTEST_PASSWORD)}
        error={isTooShort ? words.tooShort(SHORTEST_PASSWORD) : undefined}
        value={chosen.password}
        onChange={chosen.setPassword}
      />
      <TextField
        label={words.again}
        name="again"
        type="password"
        autoComplete="new-password"
        maxLength={LONGEST_PASSWORD}
        isRequired
        error={hasTried && !isTooShort && !chosen.isSame ? words.different : undefined}
        value={chosen.again}
        onChange={chosen.setAgain}
      />
    </>
  );
}
