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

test("one line with a frame can be read", () => {
  const rush = newRush();
  rush.note(1);
  expect(rush.isOn()).toBe(false);
});

test("more cannot, until the scrolling has rested; then lines are told, a few with each frame", () => {
  const rush = newRush();
  const told: number[] = [];
  rush.note(4);
  for (let line = 0; line < 8; line += 1) rush.atRest(() => told.push(line));
  vi.advanceTimersByTime(100);
  rush.note(1);
  vi.advanceTimersByTime(100);
  expect([rush.isOn(), told]).toEqual([true, []]);
  vi.advanceTimersByTime(40);
  expect([rush.isOn(), told]).toEqual([false, [0, 1]]);
  vi.advanceTimersByTime(100);
  expect(told).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
});

test("whoever has gone is told nothing, and whoever begins to rush again tells the rest later", () => {
  const rush = newRush();
  const told: string[] = [];
  rush.note(4);
  const gone = rush.atRest(() => told.push("gone"));
  for (const name of ["a", "b", "c", "d"]) rush.atRest(() => told.push(name));
  gone();
  vi.advanceTimersByTime(140);
  rush.note(4);
  vi.advanceTimersByTime(50);
  expect(told).toEqual(["a", "b"]);
  vi.advanceTimersByTime(300);
  expect(told).toEqual(["a", "b", "c", "d"]);
});
