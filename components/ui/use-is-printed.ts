import { useSyncExternalStore } from "react";

/** Some browsers take the page before they say that it is on paper, and some say only that. */
let isTaken = false;

/** Whether the page is being put on paper: what is drawn only where it is seen is then drawn whole, before the browser takes it. */
export function useIsPrinted(): boolean {
  return useSyncExternalStore(subscribe, () => isTaken || window.matchMedia("print").matches, () => false);
}

function subscribe(listener: () => void): () => void {
  const paper = window.matchMedia("print");
  const say = (taken: boolean) => () => {
    isTaken = taken;
    listener();
  };
  const [begins, ends] = [say(true), say(false)];
  paper.addEventListener("change", listener);
  window.addEventListener("beforeprint", begins);
  window.addEventListener("afterprint", ends);
  return () => {
    paper.removeEventListener("change", listener);
    window.removeEventListener("beforeprint", begins);
    window.removeEventListener("afterprint", ends);
  };
}
