/** Takes whoever sent the form to the first field that has to be mended, once the form shows it. */
export function focusFirstInvalid(form: HTMLElement): void {
  requestAnimationFrame(() => {
    const first = form.querySelector<HTMLElement>("[aria-invalid='true'], [data-invalid] button");
    first?.focus();
  });
}
