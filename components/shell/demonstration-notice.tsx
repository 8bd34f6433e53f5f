import { Info } from "lucide-react";
import { usePublicWords } from "../words/words-provider";

/** Nobody may take the invented people of the demonstration for real ones. */
export function DemonstrationNotice() {
  const words = usePublicWords();
  return (
    <p className="mt-6 flex items-center gap-2 text-sm text-ink-faint">
      <Info aria-hidden="true" className="size-4 shrink-0" />
      {words.shell.demonstration}
    </p>
  );
}
