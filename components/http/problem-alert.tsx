"use client";

import type { ReactNode } from "react";
import { Alert } from "../ui/alert";
import { usePublicWords } from "../words/words-provider";
import { asProblem, type Problem } from "./problem";
import type { Check } from "./api-types";

type Props = { error: unknown; title?: string; children?: ReactNode };

/** A no of the service, in its own words: every reason, and what would help. */
export function ProblemAlert({ error, title, children }: Props) {
  const words = usePublicWords();
  const problem = asProblem(error);
  if (!problem || problem.isUnreachable) return <Alert title={title}>{words.shell.noConnection}</Alert>;
  if (problem.status === 401) return <Alert title={words.session.expiredTitle}>{words.session.expiredText}</Alert>;

  const reasons = reasonsOf(problem);
  return (
    <Alert title={title}>
      {reasons.length > 1 ? (
        <ul className="list-disc space-y-1 ps-5">
          {reasons.map((reason) => <li key={reason}>{reason}</li>)}
        </ul>
      ) : (
        <p>{reasons[0] ?? problem.body.detail}</p>
      )}
      {children}
    </Alert>
  );
}

/** Every refusal once; "not eligible" is told by the checks that failed. */
function reasonsOf({ body }: Problem): string[] {
  const refusals = body.refusals ?? [{ code: body.code, detail: body.detail, checks: body.checks }];
  const sentences = refusals.flatMap(({ code, detail, checks }) => {
    const failed = (checks ?? (code === body.code ? body.checks : undefined) ?? []).filter(({ passed }) => !passed);
    return failed.length > 0 ? failed.map(withRemedy) : [detail];
  });
  return [...new Set(sentences.filter(Boolean))];
}

function withRemedy({ detail, remedyDetail }: Check): string {
  return remedyDetail ? `${detail} ${remedyDetail}` : detail;
}
