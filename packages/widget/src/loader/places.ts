const names = ['heed-survey', 'heed-help']

let came: ((element: HTMLElement) => void) | undefined

/**
 * Tells of every `<heed-survey survey-id="…">` and `<heed-help>` that stands in the document, comes into it or goes, until
 * it is called with nothing. A browser cannot forget a custom element; while nobody listens, they do nothing.
 */
export function watchPlaces(listener?: (element: HTMLElement) => void): void {
  came = listener
  for (const name of names) {
    try {
      // Tells of those that stand already as well.
      customElements.define(
        name,
        class extends HTMLElement {
          connectedCallback() {
            came?.(this)
          }
          // The listener looks which of both it was.
          disconnectedCallback() {
            came?.(this)
          }
        },
      )
    } catch {
      // Defined by an earlier visit.
      for (const element of document.querySelectorAll<HTMLElement>(name)) came?.(element)
    }
  }
}
