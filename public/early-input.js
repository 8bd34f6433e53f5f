// On a slow telephone a page is seen before its scripts listen: a press on a button would be lost, and what was typed, or filled in by the
// browser, would be wiped when they take over. Both are kept, and given to the page as soon as it listens: first the words, then the last
// press. Links need no help: the browser follows them by itself.
(() => {
  const KEPT_FOR = 10_000;
  const LOOKED_AT_EVERY = 30;
  const typed = new Map();
  let pressed = null;
  let until = 0;
  let isLooking = false;

  document.addEventListener("input", keepTyped, true);
  document.addEventListener("change", keepTyped, true);
  document.addEventListener("click", keepPressed, true);

  function keepTyped({ target, isTrusted }) {
    if (!isField(target)) return;
    if (!listens(target)) {
      typed.set(target, target.value);
      look();
    } else if (isTrusted) {
      typed.delete(target);
    }
  }

  function keepPressed(event) {
    const button = event.target instanceof Element ? event.target.closest("button, input[type=checkbox], input[type=radio]") : null;
    if (button !== null && !listens(button)) {
      // A form must not be sent by the browser, which would put what is in it into the address; a mark would be set twice.
      event.preventDefault();
      pressed = button;
      look();
    } else if (event.isTrusted) {
      // Whoever has pressed something else since does not want the first any more.
      pressed = null;
    }
  }

  function look() {
    until = performance.now() + KEPT_FOR;
    if (isLooking) return;
    isLooking = true;
    setTimeout(give, LOOKED_AT_EVERY);
  }

  function give() {
    typed.forEach((value, field) => giveTyped(field, value));
    if (typed.size === 0 && pressed !== null && listens(pressed)) {
      const button = pressed;
      pressed = null;
      button.click();
    }
    if (pressed !== null && !pressed.isConnected) pressed = null;
    isLooking = (typed.size > 0 || pressed !== null) && performance.now() < until;
    if (isLooking) setTimeout(give, LOOKED_AT_EVERY);
    else typed.clear();
  }

  /** It may be wiped after it was given: it is done only when the next look finds it there. */
  function giveTyped(field, value) {
    if (!field.isConnected) typed.delete(field);
    if (!listens(field)) return;
    if (field.type === "file") {
      typed.delete(field);
      field.dispatchEvent(new Event("change", { bubbles: true }));
      return;
    }
    if (field.value === value && field.given) {
      typed.delete(field);
      return;
    }
    field.given = true;
    // Past React's own setter, which would take the words for known.
    const { set } = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value");
    if (field.value === value) set.call(field, "");
    set.call(field, value);
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }

  function isField(element) {
    return element instanceof HTMLTextAreaElement || (element instanceof HTMLInputElement && !["checkbox", "radio"].includes(element.type));
  }

  /** React notes on each element what it does there, from the moment it has taken it over. */
  function listens(element) {
    return Object.keys(element).some((key) => key.startsWith("__reactProps$"));
  }
})();
