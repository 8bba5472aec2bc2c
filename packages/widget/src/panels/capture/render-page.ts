import { copyPage } from './copy-page.ts'
import { embedFonts } from './fonts.ts'
import { embedUrls, openResources, type Resources } from './resources.ts'
import { createStyleBook } from './style-book.ts'

/** A page that shows no picture by then will not. */
const longestMs = 8000
/** By then pictures and fonts that have not come are left blank. */
const longestReadMs = 4000

const anyImage = 'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA='
const svg = 'http://www.w3.org/2000/svg'

/**
 * Draws what the window shows, with everything masked, at up to two bitmap pixels for a pixel of the page.
 * @param place where it may measure out of sight; nothing is left there
 * @throws Error when the page's content security policy allows no such picture, or it does not come within 8 seconds
 */
export async function renderPage(place: HTMLElement): Promise<HTMLCanvasElement> {
  const given = new AbortController()
  const stopReading = setTimeout(() => given.abort(), longestReadMs)
  let giveUp: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    giveUp = setTimeout(() => reject(new Error('the picture of the page did not come in time')), longestMs)
  })
  try {
    return await Promise.race([draw(place, openResources(given.signal)), late])
  } finally {
    clearTimeout(stopReading)
    clearTimeout(giveUp)
    given.abort()
  }
}

async function draw(place: HTMLElement, resources: Resources): Promise<HTMLCanvasElement> {
  // Refused by the policy, the picture would be too; then nobody waits for the copy.
  await loadImage(anyImage)
  const scale = Math.min(2, devicePixelRatio || 1)
  const { picture, width, height } = await pictureOf(place, resources, scale)
  const image = await loadImage(`data:image/svg+xml;charset=utf-8,${encodeURIComponent(picture)}`)
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(width * scale)
  canvas.height = Math.round(height * scale)
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('there is no canvas to draw on')
  // A page may be half transparent; what lies behind it in the browser is white.
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.drawImage(image, 0, 0, canvas.width, canvas.height)
  if (/url\("data:|src="data:/.test(picture)) {
    // Safari has read the images and fonts within an image only some time after it says so.
    await new Promise((resolve) => setTimeout(resolve, 100))
    pen.drawImage(image, 0, 0, canvas.width, canvas.height)
  }
  // Throws where the browser marks such a picture as unreadable.
  pen.getImageData(0, 0, 1, 1)
  return canvas
}

/** The page as the text of an SVG image. */
async function pictureOf(place: HTMLElement, resources: Resources, scale: number) {
  const book = createStyleBook(place)
  try {
    const { copy, pictures, width, height } = copyPage({ book, resources, scale })
    const [fonts, css] = await Promise.all([embedFonts(resources), embedUrls(book.sheet(), resources), pictures])
    const drawing = copy.ownerDocument.createElementNS(svg, 'svg')
    const style = copy.ownerDocument.createElementNS(svg, 'style')
    const within = copy.ownerDocument.createElementNS(svg, 'foreignObject')
    for (const part of [drawing, within]) {
      part.setAttribute('width', `${width}`)
      part.setAttribute('height', `${height}`)
    }
    style.textContent = `${fonts}\n${css}`
    within.append(copy)
    drawing.append(style, within)
    return { picture: asXml(drawing), width, height }
  } finally {
    book.remove()
  }
}

/** Without the characters that no XML may hold, which a page's text may. */
const asXml = (node: Node) =>
  new XMLSerializer().serializeToString(node).replace(/(?![\t\n\r])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, '')

function loadImage(address: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const image = new Image()
    // WebKit refuses to decode a drawing that has a page in it, and draws it all the same.
    const loaded = () => resolve(image)
    image.onload = () => image.decode().then(loaded, loaded)
    image.onerror = () => reject(new Error('the page allows no picture of it'))
    image.src = address
  })
}
