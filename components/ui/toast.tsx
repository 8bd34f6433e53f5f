"use client";

import { CircleCheck } from "lucide-react";
import { createContext, useCallback, useContext, useEffect, useRef, useState, type ReactNode } from "react";
import { Button } from "react-aria-components";

/** Something that can be done about it while it is shown; `keyWords` say how the keyboard comes to it. */
export type ToastAction = { label: string; keyWords: string; onPress: () => void };

type Toast = (text: string, action?: ToastAction) => void;

const ToastContext = createContext<Toast>(() => undefined);

const SHOWN_FOR = 6000;
const ACTION_FOR = 10_000;

/**
 * Says for a few seconds that something was done; spoken politely, never needed to go on. With an action it stays longer, and as long
 * as the pointer or the focus is on it; F6 leads to it, as between the parts of a window.
 */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<{ text: string; action?: ToastAction } | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const button = useRef<HTMLButtonElement>(null);
  const cameFrom = useRef<HTMLElement | null>(null);
  const action = shown?.action;

  const end = useCallback(() => {
    if (button.current?.contains(document.activeElement)) cameFrom.current?.focus();
    setShown(null);
  }, []);
  const hide = useCallback((after: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(end, after);
  }, [end]);
  const show = useCallback<Toast>((text, next) => {
    setShown({ text, action: next });
    hide(next ? ACTION_FOR : SHOWN_FOR);
  }, [hide]);

  useEffect(() => () => clearTimeout(timer.current), []);

  useEffect(() => {
    if (!action) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== "F6" || event.ctrlKey || !button.current) return;
      event.preventDefault();
      cameFrom.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
      button.current.focus();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [action]);

  function act() {
    end();
    action?.onPress();
  }

  return (
    <ToastContext value={show}>
      {children}
      <div className="pointer-events-none fixed inset-x-4 bottom-20 z-60 flex justify-center sm:bottom-6">
        <div
          className={shown ? "flex items-center gap-4 rounded-md bg-ink px-4 py-3 font-semibold text-surface shadow-overlay" : undefined}
          onPointerEnter={() => clearTimeout(timer.current)}
          onPointerLeave={() => hide(ACTION_FOR)}
        >
          <div role="status">
            {shown && <p className="flex items-center gap-2"><CircleCheck aria-hidden className="size-5 shrink-0" />{shown.text}</p>}
            {action && <span className="sr-only">{action.keyWords}</span>}
          </div>
          {action && (
            <Button
              ref={button}
              onPress={act}
              onFocus={() => clearTimeout(timer.current)}
              onBlur={() => hide(ACTION_FOR)}
              className="pointer-events-auto min-h-8 shrink-0 rounded-md border-[1.5px] border-surface px-3 text-sm hover:bg-surface hover:text-ink focus-visible:outline-surface pointer-coarse:min-h-11"
            >
              {action.label}
            </Button>
          )}
        </div>
      </div>
    </ToastContext>
  );
}

export function useToast(): Toast {
  return useContext(ToastContext);
}
