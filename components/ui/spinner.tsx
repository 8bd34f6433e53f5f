export function Spinner() {
  return (
    <span aria-hidden className="inline-block size-4 animate-[turn_0.8s_linear_infinite] rounded-full border-2 border-current border-r-transparent" />
  );
}
