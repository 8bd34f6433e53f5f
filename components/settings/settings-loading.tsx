"use client";

import { LoadingFrame } from "../shell/loading-page";
import { TableSkeleton } from "../ui/table-skeleton";
import { useWords } from "../words/words-provider";
import { SettingsFrame } from "./settings-frame";
import type { SettingsSection } from "./settings-sections";

/** A page of the settings on its way: its heading and the way to the others stand already. */
export function SettingsLoading({ section, isNarrow }: { section: SettingsSection; isNarrow?: boolean }) {
  return (
    <LoadingFrame>
      <SettingsFrame section={section} isNarrow={isNarrow} action={<div aria-hidden className="skeleton h-10 w-40 pointer-coarse:h-11" />}>
        <TableSkeleton label={useWords().shell.loading} rows={4} />
      </SettingsFrame>
    </LoadingFrame>
  );
}
