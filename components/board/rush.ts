/** So many lines go by with one frame: fewer can still be read. */
const TOO_MANY_TO_READ = 2;
const REST_AFTER = 120;
/** Their bars with their words cost many times as much as the picture: more at once would be felt. */
const DRESSED_PER_FRAME = 2;

/** What a page that is scrolled draws: lines that come into view are pictures first, and get their bars a few with each frame; while it goes by faster than anybody reads, none. */
export type Rush = {
  /** Whether a line that comes into view now comes as a picture. */
  isOn: () => boolean;
  /** So many lines went by since the frame before. */
  note: (lines: number) => void;
  /** Told once the line is to be drawn whole; called off with what is answered. */
  whenRead: (dress: () => void) => () => void;
};

export function newRush(): Rush {
  const waiting = new Set<() => void>();
  let [isMoving, isTooFast, isDressing] = [false, false, false];
  let timer: ReturnType<typeof setTimeout> | undefined;

  function dressSome() {
    isDressing = false;
    if (isTooFast) return;
    for (const dress of [...waiting].slice(0, DRESSED_PER_FRAME)) {
      waiting.delete(dress);
      dress();
    }
    dressNext();
  }

  function dressNext() {
    if (isDressing || isTooFast || waiting.size === 0) return;
    isDressing = true;
    requestAnimationFrame(dressSome);
  }

  function rest() {
    [isMoving, isTooFast] = [false, false];
    dressNext();
  }

  return {
    isOn: () => isMoving,
    note: (lines) => {
      if (lines === 0) return;
      [isMoving, isTooFast] = [true, lines >= TOO_MANY_TO_READ];
      clearTimeout(timer);
      timer = setTimeout(rest, REST_AFTER);
      dressNext();
    },
    whenRead: (dress) => {
      waiting.add(dress);
      dressNext();
      return () => void waiting.delete(dress);
    },
  };
}
