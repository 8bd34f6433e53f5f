"use client";

import { CircleCheck } from "lucide-react";
import { createContext, useCallback, useContext, useEffect, useRef, useState, type ReactNode } from "react";

const ToastContext = createContext<(text: string) => void>(() => undefined);

const SHOWN_FOR = 6000;

/** Says for a few seconds that something was done; spoken politely, never needed to go on. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [text, setText] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const show = useCallback((next: string) => {
    clearTimeout(timer.current);
    setText(next);
    timer.current = setTimeout(() => setText(null), SHOWN_FOR);
  }, []);

  useEffect(() => () => clearTimeout(timer.current), []);

  return (
    <ToastContext value={show}>
      {children}
      <div role="status" className="pointer-events-none fixed inset-x-4 bottom-20 z-60 flex justify-center sm:bottom-6">
        {text && (
          <p className="flex items-center gap-2 rounded-md bg-ink px-4 py-3 font-semibold text-surface shadow-overlay">
            <CircleCheck aria-hidden className="size-5 shrink-0" />
            {text}
          </p>
        )}
      </div>
    </ToastContext>
  );
}

export function useToast(): (text: string) => void {
  return useContext(ToastContext);
}
