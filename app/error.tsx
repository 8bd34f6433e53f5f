"use client";

import { ErrorMessage } from "@/components/shell/error-message";

export default function ProductError({ retry }: { error: unknown; retry: () => void }) {
  return (
    <main className="px-4">
      <ErrorMessage onRetry={retry} />
    </main>
  );
}
