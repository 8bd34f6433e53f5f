"use client";

import { Alert } from "../ui/alert";
import { Button } from "../ui/button";
import { useWords } from "../words/words-provider";
import { useFieldWords } from "./use-field-words";

type Props = { meanwhile: object; onKeepMine: () => void; onTakeTheirs: () => void };

/** Somebody changed the same record: what it is now, and two ways on. */
export function StaleAlert({ meanwhile, onKeepMine, onTakeTheirs }: Props) {
  const { stale: words, field } = useWords().facilityEdit;
  const valueWords = useFieldWords();
  const lines = Object.entries(meanwhile).flatMap(([key, value]) => (key in field ? [{ key: key as keyof typeof field, value: valueWords(key, value) }] : []));
  return (
    <Alert tone="warning" title={words.title}>
      {lines.length === 0 ? <p>{words.nothing}</p> : (
        <>
          <p>{words.now}</p>
          <ul className="list-disc ps-5">{lines.map(({ key, value }) => <li key={key}>{field[key]}: <b>{value}</b></li>)}</ul>
        </>
      )}
      <div className="flex flex-wrap gap-2 pt-1">
        <Button size="small" onPress={onKeepMine}>{words.keepMine}</Button>
        <Button size="small" onPress={onTakeTheirs}>{words.takeTheirs}</Button>
      </div>
    </Alert>
  );
}
