import { spawn } from "node:child_process";
import { exitCode } from "./processes.mjs";
import { Obstacle } from "./project.mjs";

const numbers = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 };

/** The person, or the system, wants an end. */
export class Interrupted extends Obstacle {
  constructor(signal) {
    super(`interrupted by ${signal}, stopped.`);
    this.exitCode = 128 + numbers[signal];
  }
}

/**
 * Turns the ending signals into a request that the running step sees, so that what was started is stopped in order.
 * @typedef {ReturnType<typeof watchSignals>} Interruption
 */
export function watchSignals() {
  let raised = null;
  const children = new Set();
  let tell;
  const asked = new Promise((resolve) => (tell = resolve));
  // A closed terminal or pipe must not keep us from stopping what runs.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
  for (const signal of Object.keys(numbers)) {
    process.on(signal, () => {
      raised ??= signal;
      tell(raised);
      for (const child of children) child.kill(signal);
    });
  }

  const throwIfRaised = () => {
    if (raised) throw new Interrupted(raised);
  };

  /** A step of the set-up: its signal handling is its own, afterwards nothing more is begun. */
  async function run(command, args, options) {
    throwIfRaised();
    const child = spawn(command, args, options);
    children.add(child);
    try {
      return await exitCode(child);
    } finally {
      children.delete(child);
      throwIfRaised();
    }
  }

  return { asked, throwIfRaised, run, signal: () => raised };
}
