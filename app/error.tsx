"use client";

import { ErrorMessage } from "@/components/shell/error-message";
import { PlainHeader } from "@/components/shell/plain-header";

export default function ProductError({ retry }: { error: unknown; retry: () => void }) {
  return (
    <>
      <PlainHeader />
      <main className="px-4">
        <ErrorMessage onRetry={retry} />
      </main>
    </>
  );
}
