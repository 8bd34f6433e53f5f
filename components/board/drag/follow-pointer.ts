type Point = { x: number; y: number };

/** `isFar`: it may be carried further than what is seen; then the page goes on where the pointer comes near its edge. */
export type Hand = { isFar: boolean; take: () => void; move: (to: Point) => void; drop: () => void; callOff: () => void };

/** Less is a press. */
const STILL = 4;

/** As long as a finger rests before it drags; before that it scrolls the page. */
const LONG_PRESS = 400;

/** Under the page's header and the board's days, and over the legend. */
const [UPPER_EDGE, LOWER_EDGE] = [136, 72];
const FASTEST = 16;

/** How far the page scrolls in a frame for a pointer at this height: the nearer the edge, the further. */
export function scrollBeside(y: number, height: number): number {
  const over = Math.min(0, y - UPPER_EDGE) + Math.max(0, y - (height - LOWER_EDGE));
  return Math.max(-FASTEST, Math.min(FASTEST, Math.round(over / 3)));
}

/**
 * Follows the pointer that was pressed until it is let go. A mouse drags as soon as it moves, a finger after a long press. Escape calls
 * it off, as does whatever takes the pointer away.
 */
export function followPointer(pressed: PointerEvent, hand: Hand): void {
  const ended = new AbortController();
  const { signal } = ended;
  const isTouch = pressed.pointerType === "touch";
  let isHeld = false;
  let at: Point = { x: pressed.clientX, y: pressed.clientY };
  let frame = 0;

  const goOn = () => {
    const by = scrollBeside(at.y, window.innerHeight);
    if (by !== 0) {
      window.scrollBy(0, by);
      hand.move(at);
    }
    frame = requestAnimationFrame(goOn);
  };
  const take = () => {
    isHeld = true;
    hand.take();
    if (hand.isFar) frame = requestAnimationFrame(goOn);
  };
  const timer = isTouch ? setTimeout(take, LONG_PRESS) : undefined;
  const end = (then?: () => void) => {
    clearTimeout(timer);
    cancelAnimationFrame(frame);
    ended.abort();
    if (isHeld) then?.();
  };

  const own = (handle: (event: PointerEvent) => void) => (event: PointerEvent) => event.pointerId === pressed.pointerId && handle(event);
  window.addEventListener("pointermove", own(({ clientX: x, clientY: y, buttons }) => {
    // Let go where nobody could hear of it.
    if (!isTouch && buttons === 0) return end(hand.callOff);
    if (!isHeld) {
      if (Math.hypot(x - pressed.clientX, y - pressed.clientY) <= STILL) return;
      if (isTouch) return end();
      take();
    }
    at = { x, y };
    hand.move(at);
  }), { signal });
  window.addEventListener("pointerup", own(() => end(hand.drop)), { signal });
  window.addEventListener("pointercancel", own(() => end(hand.callOff)), { signal });
  window.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !isHeld) return;
    event.stopPropagation();
    end(hand.callOff);
  }, { signal, capture: true });
}
