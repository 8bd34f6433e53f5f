"use client";

import { FileUp } from "lucide-react";
import { DropZone, type DropZoneProps, FileTrigger, isFileDropItem, Text } from "react-aria-components";
import { Button } from "./button";

type Props = {
  label: string;
  hint?: string;
  chooseLabel: string;
  /** File name endings the chooser offers: [".csv"]. */
  accept: string[];
  /** The name of the file that was chosen, shown in place. */
  chosen: string | null;
  onChoose: (file: File) => void;
};

/** One file, dropped or chosen. */
export function FileField({ label, hint, chooseLabel, accept, chosen, onChoose }: Props) {
  const drop = async ({ items }: Parameters<NonNullable<DropZoneProps["onDrop"]>>[0]) => {
    const item = items.find(isFileDropItem);
    if (item) onChoose(await item.getFile());
  };
  const choose = (files: FileList | null) => {
    const file = files?.item(0);
    if (file) onChoose(file);
  };
  return (
    <DropZone
      onDrop={(event) => void drop(event)}
      className="flex flex-col items-center gap-2 rounded-lg border-2 border-dashed border-field-line bg-sunken px-6 py-8 text-center data-[drop-target]:border-brand data-[drop-target]:bg-brand-soft"
    >
      <FileUp aria-hidden className="size-8 text-brand" />
      <Text slot="label" className="font-semibold">{label}</Text>
      {hint && <span className="text-sm text-ink-faint">{hint}</span>}
      <FileTrigger acceptedFileTypes={accept} onSelect={choose}><Button>{chooseLabel}</Button></FileTrigger>
      {chosen && <span role="status" className="font-semibold break-all text-ink-soft">{chosen}</span>}
    </DropZone>
  );
}
