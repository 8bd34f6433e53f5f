import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { newRush } from "./rush";

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("requestAnimationFrame", (next: () => void) => setTimeout(next, 16));
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** Lines that come into view as pictures, and those of them that were drawn whole. */
function lines(rush: ReturnType<typeof newRush>, count: number) {
  const whole: number[] = [];
  const gone = Array.from({ length: count }, (_, line) => rush.whenRead(() => whole.push(line)));
  return { whole, gone };
}

test("where nothing was scrolled lines come whole; once it was they come as pictures, until it has rested", () => {
  const rush = newRush();
  rush.note(0);
  expect(rush.isOn()).toBe(false);
  rush.note(0.5);
  expect(rush.isOn()).toBe(true);
  vi.advanceTimersByTime(130);
  expect(rush.isOn()).toBe(false);
});

test("while they can still be read, they are drawn whole a few with each frame", () => {
  const rush = newRush();
  rush.note(1);
  const { whole } = lines(rush, 5);
  vi.advanceTimersByTime(16);
  expect(whole).toEqual([0, 1]);
  vi.advanceTimersByTime(32);
  expect(whole).toEqual([0, 1, 2, 3, 4]);
});

test("when they go by too fast only at rest, or once it is slower", () => {
  const rush = newRush();
  rush.note(4);
  const { whole } = lines(rush, 5);
  vi.advanceTimersByTime(100);
  rush.note(4);
  vi.advanceTimersByTime(100);
  expect([rush.isOn(), whole]).toEqual([true, []]);
  rush.note(1);
  vi.advanceTimersByTime(16);
  expect(whole).toEqual([0, 1]);
  rush.note(4);
  vi.advanceTimersByTime(100);
  expect(whole).toEqual([0, 1]);
  vi.advanceTimersByTime(100);
  expect([rush.isOn(), whole]).toEqual([false, [0, 1, 2, 3, 4]]);
});

test("one that has gone is not drawn", () => {
  const rush = newRush();
  rush.note(4);
  const { whole, gone } = lines(rush, 3);
  gone[1]?.();
  vi.advanceTimersByTime(200);
  expect(whole).toEqual([0, 2]);
});
