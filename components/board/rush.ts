/** Lines that come into view with one frame: fewer can still be read. */
const TOO_MANY_TO_READ = 2;
const REST_AFTER = 120;
/** Their bars with their words cost many times as much as the picture: more at once would be felt. */
const DRESSED_PER_FRAME = 2;

/** Whether the page is scrolled faster than anybody reads. Lines that come meanwhile are drawn as plain pictures, and whole at rest. */
export type Rush = {
  isOn: () => boolean;
  /** So many lines came into view. */
  note: (lines: number) => void;
  /** Told once the scrolling rests, a few with each frame; called off with what is answered. */
  atRest: (dress: () => void) => () => void;
};

export function newRush(): Rush {
  const waiting = new Set<() => void>();
  let isOn = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function dressSome() {
    if (isOn) return;
    for (const dress of [...waiting].slice(0, DRESSED_PER_FRAME)) {
      waiting.delete(dress);
      dress();
    }
    if (waiting.size > 0) requestAnimationFrame(dressSome);
  }

  function rest() {
    isOn = false;
    requestAnimationFrame(dressSome);
  }

  return {
    isOn: () => isOn,
    note: (lines) => {
      isOn = isOn || lines >= TOO_MANY_TO_READ;
      if (!isOn) return;
      clearTimeout(timer);
      timer = setTimeout(rest, REST_AFTER);
    },
    atRest: (dress) => {
      waiting.add(dress);
      return () => void waiting.delete(dress);
    },
  };
}
