import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { Fragment } from "react";

export type Crumb = { text: string; href: string };

/** Where this page stands; the page itself is its heading and is not repeated. */
export function Breadcrumb({ label, crumbs }: { label: string; crumbs: Crumb[] }) {
  return (
    <nav aria-label={label} className="mb-1">
      <ol className="flex flex-wrap items-center gap-1 text-sm">
        {crumbs.map(({ text, href }, index) => (
          <Fragment key={href}>
            {index > 0 && <li aria-hidden><ChevronRight className="size-4 text-ink-faint" /></li>}
            <li><Link href={href} className="inline-flex min-h-6 items-center font-semibold text-brand hover:underline">{text}</Link></li>
          </Fragment>
        ))}
      </ol>
    </nav>
  );
}
