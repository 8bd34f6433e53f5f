"use client";

import { useMunicipality } from "../session/me";
import { classes } from "../ui/classes";
import { useWords } from "../words/words-provider";
import { MorePlaces } from "./more-places";
import { PlaceLink } from "./place-link";
import { placesFor, type Place } from "./places";

/** As many as a thumb tells apart on a narrow phone. */
const IN_BAR = 5;

/** On the left of a wide screen; on a narrow one a bar at the bottom, under the thumb. */
export function Navigation() {
  const words = useWords().shell;
  const places = placesFor(useMunicipality().permissions);
  const barred = places.length > IN_BAR ? IN_BAR - 1 : IN_BAR;
  const rest = places.slice(barred);

  return (
    <nav
      aria-label={words.navigation}
      className={classes(
        "fixed inset-x-0 bottom-0 z-30 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)]",
        "lg:sticky lg:top-14 lg:h-[calc(100dvh-56px)] lg:overflow-y-auto lg:border-t-0 lg:border-e lg:p-3 lg:pt-4",
      )}
    >
      <ul className="flex lg:flex-col lg:gap-0.5">
        {places.map((place, index) => (
          <li key={place.href} className={classes("min-w-0 flex-1 lg:flex-none", index >= barred && "max-lg:hidden", opensGroup(places, index) && "lg:mt-3 lg:border-t lg:border-line lg:pt-3")}>
            <PlaceLink place={place} look="bar" />
          </li>
        ))}
        {rest.length > 0 && (
          <li className="min-w-0 flex-1 lg:hidden">
            <MorePlaces places={rest} />
          </li>
        )}
      </ul>
    </nav>
  );
}

function opensGroup(places: Place[], index: number): boolean {
  return index > 0 && places[index]?.group !== places[index - 1]?.group;
}
