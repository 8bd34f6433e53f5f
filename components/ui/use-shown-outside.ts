"use client";

import { useEffect, useState } from "react";

const KEPT = "data-react-aria-top-layer";

/**
 * While the list of a combo box is open, React Aria hides all the rest of the page from screen readers, though Tab still leads there:
 * what has the focus must not be hidden (WCAG 4.1.2, axe `aria-hidden-focus`). What it keeps visible by this mark it does not hide; the
 * mark goes as soon as it has looked, so that dialogs, which must hide the rest, are not kept from it.
 */
export function useShownOutside(): (isOpen: boolean) => void {
  const [isOpen, setOpen] = useState(false);

  useEffect(() => {
    for (const kept of document.querySelectorAll(`body > [${KEPT}="while-opening"]`)) kept.removeAttribute(KEPT);
  }, [isOpen]);

  return (opens) => {
    const unmarked = opens ? [...document.body.children].filter((element) => !element.hasAttribute(KEPT)) : [];
    for (const element of unmarked) element.setAttribute(KEPT, "while-opening");
    setOpen(opens);
  };
}
