import type { Resources } from './resources.ts'

/** Elements whose picture is not made of their children. */
export const replaced = new Set(['img', 'canvas', 'video'])

/**
 * What an image, a canvas or a video shows now, as a `data:` URL.
 * @param scale bitmap pixels for a pixel of the page
 * @returns undefined when the browser does not let it be read
 */
export async function pictureIn(element: Element, scale: number, resources: Resources): Promise<string | undefined> {
  const drawn = draw(element as HTMLImageElement | HTMLCanvasElement | HTMLVideoElement, scale)
  if (drawn) return drawn
  const address =
    element.localName === 'img' ? (element as HTMLImageElement).currentSrc : element.getAttribute('poster')
  return address ? resources.read(new URL(address, element.baseURI).href) : undefined
}

function draw(element: HTMLImageElement | HTMLCanvasElement | HTMLVideoElement, scale: number): string | undefined {
  const box = element.getBoundingClientRect()
  const [width, height] =
    'videoWidth' in element
      ? [element.videoWidth, element.videoHeight]
      : 'naturalWidth' in element
        ? [element.naturalWidth || box.width, element.naturalHeight || box.height]
        : [element.width, element.height]
  // A photo is often many times larger than it is shown.
  const share = Math.min(1, Math.max((box.width * scale) / width, (box.height * scale) / height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(width * share)
  canvas.height = Math.round(height * share)
  if (!canvas.width || !canvas.height) return undefined
  try {
    canvas.getContext('2d')?.drawImage(element, 0, 0, canvas.width, canvas.height)
    return canvas.toDataURL()
  } catch {
    return undefined
  }
}

/** Attributes without which a tag is drawn in another way. Nothing else of an HTML element is copied. */
const telling = [
  'colspan',
  'rowspan',
  'span',
  'type',
  'start',
  'reversed',
  'value',
  'min',
  'max',
  'dir',
  'lang',
  'open',
]

export function copyAttributes(from: Element, to: Element): void {
  for (const name of telling) {
    const value = from.getAttribute(name)
    if (value !== null) to.setAttribute(name, value)
  }
}

/** Shows in the copy what a field holds, which stands in no attribute. Only for fields that are not masked. */
export function copyValue(from: Element, to: Element): void {
  if (from.localName === 'select') {
    const option = to.ownerDocument.createElement('option')
    option.textContent = (from as HTMLSelectElement).selectedOptions[0]?.text ?? ''
    to.append(option)
  } else if (from.localName === 'textarea') {
    to.textContent = (from as HTMLTextAreaElement).value
    to.setAttribute('placeholder', (from as HTMLTextAreaElement).placeholder)
  } else if (from.localName === 'input') {
    const { type, value, placeholder, checked } = from as HTMLInputElement
    if (type !== 'file') to.setAttribute('value', value)
    to.setAttribute('placeholder', placeholder)
    to.toggleAttribute('checked', checked)
  }
}

/** Names that XML can hold and that draw something. */
const drawing = /^(?!on|data-|aria-|style$|class$|xmlns)(xlink:)?[a-z][\w-]*$/i

/** A shape is what its attributes say. */
export function copyShape(from: Element, to: Element): void {
  for (const { name, localName, value } of from.attributes) {
    if (drawing.test(name)) to.setAttribute(localName, value)
  }
}

export function keepWritable(shape: Element): void {
  for (const { name } of [...shape.attributes]) {
    if (!drawing.test(name)) shape.removeAttribute(name)
  }
}
