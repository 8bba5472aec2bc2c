type Listener = (element: HTMLElement) => void

/** What the class of such an element knows; it outlives the widget, and is all that the next one in the page finds. */
type Place = CustomElementConstructor & { listener?: Listener | undefined; standing?: Set<HTMLElement> }

/**
 * Tells of every `<heed-survey survey-id="…">` and `<heed-help>` that stands in the page, also in shadow roots, comes into it
 * or goes, until it is called with nothing. A browser cannot forget a custom element; while nobody listens, they do nothing.
 */
export function watchPlaces(listener?: Listener): void {
  for (const name of ['heed-survey', 'heed-help']) {
    const known = customElements.get(name) as Place | undefined
    const place: Place =
      known ??
      class extends HTMLElement {
        connectedCallback() {
          place.standing = (place.standing ?? new Set()).add(this)
          place.listener?.(this)
        }
        // The listener looks which of both it was.
        disconnectedCallback() {
          place.standing?.delete(this)
          place.listener?.(this)
        }
      }
    place.listener = listener
    if (!known) customElements.define(name, place)
    else if (listener) place.standing?.forEach(listener)
  }
}
