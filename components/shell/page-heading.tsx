import type { ReactNode } from "react";

type Props = { title: ReactNode; subtitle?: ReactNode; above?: ReactNode; children?: ReactNode };

/** The page's name; its actions stand on the right. */
export function PageHeading({ title, subtitle, above, children }: Props) {
  return (
    <div className="mb-4 flex flex-wrap items-end gap-x-6 gap-y-3">
      <div className="min-w-0">
        {above}
        <h1 className="text-3xl">{title}</h1>
        {subtitle && <div className="text-ink-faint">{subtitle}</div>}
      </div>
      {children && <div data-no-print className="flex flex-wrap items-center gap-2 sm:ms-auto">{children}</div>}
    </div>
  );
}
