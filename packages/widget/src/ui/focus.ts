/** What has the focus where the place stands: in its shadow root, or in the page. Nothing while it stands nowhere. */
export const focusedBeside = (place: Node) =>
  ((place.getRootNode() as Document | ShadowRoot).activeElement ?? null) as HTMLElement | null

export const holdsFocus = (place: Node) => place.contains(focusedBeside(place))
