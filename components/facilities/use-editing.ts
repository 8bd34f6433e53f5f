"use client";

import { useState } from "react";
import { asProblem } from "../http/problem";

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

function differences<Fields extends object>(from: Fields, to: Fields): Partial<Fields> {
  return Object.fromEntries(Object.entries(to).filter(([key, value]) => !isSame(value, from[key as keyof Fields]))) as Partial<Fields>;
}

/**
 * The fields of a record while somebody changes them. `record` is as it is known now: when the service says that what was on the
 * screen is stale, it comes anew, and `meanwhile` has what others made of it.
 */
export function useEditing<Record extends { version: number }, Fields extends object>(record: Record, fieldsOf: (record: Record) => Fields) {
  const [base, setBase] = useState(record);
  const [fields, setFields] = useState(() => fieldsOf(record));
  const changed = differences(fieldsOf(base), fields);
  const present = fieldsOf(record);

  return {
    fields,
    set: (some: Partial<Fields>) => setFields({ ...fields, ...some }),
    changed,
    isChanged: Object.keys(changed).length > 0,
    version: base.version,
    meanwhile: (error: unknown): Partial<Fields> | null => (asProblem(error)?.code === "stale" && record.version !== base.version ? differences(fieldsOf(base), present) : null),
    /** What others changed comes in, where it was not changed here too. */
    keepMine: () => {
      setBase(record);
      setFields({ ...present, ...changed });
      return { version: record.version, fields: changed };
    },
    takeTheirs: () => {
      setBase(record);
      setFields(present);
    },
  };
}
