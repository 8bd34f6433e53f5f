"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import { Button } from "./button";

type Props = {
  /** Both from 1 on. */
  page: number;
  pages: number;
  onChange: (page: number) => void;
  labels: { navigation: string; previous: string; next: string; pageOf: (page: number, pages: number) => string };
};

/** Pages of a list that is all there; nothing where one page holds it. */
export function Pagination({ page, pages, onChange, labels }: Props) {
  if (pages <= 1) return null;
  return (
    <nav aria-label={labels.navigation} className="flex items-center justify-center gap-3 py-3 print:hidden">
      <Button size="small" tone="quiet" isDisabled={page <= 1} onPress={() => onChange(page - 1)}><ChevronLeft aria-hidden className="size-4" />{labels.previous}</Button>
      <span aria-live="polite" className="text-ink-soft">{labels.pageOf(page, pages)}</span>
      <Button size="small" tone="quiet" isDisabled={page >= pages} onPress={() => onChange(page + 1)}>{labels.next}<ChevronRight aria-hidden className="size-4" /></Button>
    </nav>
  );
}
