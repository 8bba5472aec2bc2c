import type { Declared } from './style-book.ts'

export const styleOf = (element: Element, pseudo?: string) =>
  (element.ownerDocument.defaultView ?? window).getComputedStyle(element, pseudo)

const parts = ['image', 'position', 'size', 'repeat', 'origin', 'clip', 'attachment'].map(
  (part) => `background-${part}`,
)

/**
 * What a browser paints behind the page, as far as it reaches: the background of the root, or that of the body.
 * @returns `image` where there is more than a colour
 */
export function backdropOf(view: Document): { colour: string; image: Declared | undefined } {
  const root = view.documentElement
  const styles = [root, view.body].flatMap((element) => (element ? [styleOf(element)] : []))
  const isPainted = ({ backgroundColor, backgroundImage }: CSSStyleDeclaration) =>
    isVisible(backgroundColor) || /\(/.test(backgroundImage)
  const painted = styles.find(isPainted)
  const dark = styles[0]?.colorScheme.startsWith('dark')
  // A frame without a background lets the page around it through.
  const colour = view.defaultView === window ? (dark ? '#121212' : '#fff') : 'transparent'
  if (!painted) return { colour, image: undefined }
  const image: Declared | undefined = /\(/.test(painted.backgroundImage) ? new Map() : undefined
  for (const part of image ? parts : []) image?.set(part, painted.getPropertyValue(part))
  // It is laid out for the root and repeated from there.
  if (painted.backgroundAttachment === 'scroll' && painted.backgroundSize === 'auto') {
    image?.set('background-size', `${root.offsetWidth}px ${root.offsetHeight}px`)
  }
  return { colour: isVisible(painted.backgroundColor) ? painted.backgroundColor : colour, image }
}

const isVisible = (colour: string) => !/^(transparent|rgba\(.*, 0\)|)$/.test(colour)
