/** What zod says of a field, and what our own checks say. */
export const INPUT_CODES = [
  "missing", "invalid_type", "too_small", "too_big", "invalid_format", "not_multiple_of", "unrecognized_keys", "invalid_union", "invalid_key", "invalid_element", "invalid_value", "custom",
  "not_json", "not_utf8", "too_deep", "not_text", "not_a_number", "malformed",
  "not_a_day", "not_a_minor", "until_or_nights_needed", "period_too_long", "board_too_long", "too_much_detail", "until_after_from", "exit_before_arrival", "closes_before_it_opens", "already_expired",
  "bed_twice", "person_twice", "name_twice", "one_head_needed", "one_of_bed_unit_facility", "nothing_to_change", "departure_without_arrival", "transfer_without_arrival", "note_needed", "reached_or_given_up", "only_for_social_housing", "list_name_needed", "no_lease_here", "municipality_needed", "too_many_working_days", "too_many_beds", "too_large",
  "password_too_short", "password_too_long", "password_is_email",
] as const;
export type InputCode = (typeof INPUT_CODES)[number];

/** What the sentence may need: bounds, codes allowed, keys nobody knows. */
export type InputFacts = { minimum?: number; maximum?: number; allowed?: readonly string[]; keys?: readonly string[] };

export type InputWords = Record<InputCode, (facts: InputFacts) => string>;
