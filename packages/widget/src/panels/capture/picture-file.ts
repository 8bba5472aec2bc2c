import { longestAttachmentBytes } from '@heed/contracts/attachment-limits'

/** Below this many pixels a side there is nothing to see any more. */
const leastSide = 100

/**
 * The picture as a file that the server takes: PNG, which keeps text sharp; JPEG where that is too long; smaller where
 * that is, too.
 * @throws Error when no size is short enough
 */
export async function toPictureFile(picture: HTMLCanvasElement, mostBytes = longestAttachmentBytes): Promise<File> {
  const png = await encode(picture, 'image/png')
  if (png.size <= mostBytes) return new File([png], 'screenshot.png', { type: png.type })
  for (let canvas = picture; Math.min(canvas.width, canvas.height) >= leastSide; canvas = shrunk(canvas)) {
    const jpeg = await encode(canvas, 'image/jpeg')
    if (jpeg.size <= mostBytes) return new File([jpeg], 'screenshot.jpg', { type: jpeg.type })
  }
  throw new Error('the picture is too large')
}

const encode = (canvas: HTMLCanvasElement, type: string) =>
  new Promise<Blob>((resolve, reject) => {
    const take = (blob: Blob | null) => (blob ? resolve(blob) : reject(new Error('the picture cannot be written')))
    canvas.toBlob(take, type, 0.88)
  })

function shrunk(canvas: HTMLCanvasElement): HTMLCanvasElement {
  const smaller = document.createElement('canvas')
  smaller.width = Math.round(canvas.width * 0.75)
  smaller.height = Math.round(canvas.height * 0.75)
  smaller.getContext('2d')?.drawImage(canvas, 0, 0, smaller.width, smaller.height)
  return smaller
}
