import { longestAttachmentBytes } from '@heed/contracts/attachment-limits'
import { afterEach, expect, it, vi } from 'vitest'
import { toPictureFile } from './picture-file.ts'

/** Files are as long as this says, for the canvas's size and the media type. */
function weighing(bytes: (pixels: number, type: string) => number) {
  const made: [number, number, string][] = []
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue({ drawImage: () => {} } as unknown as null)
  vi.spyOn(HTMLCanvasElement.prototype, 'toBlob').mockImplementation(function (
    this: HTMLCanvasElement,
    done,
    type = '',
  ) {
    made.push([this.width, this.height, type])
    done(new Blob([new Uint8Array(bytes(this.width * this.height, type))], { type }))
  })
  const canvas = document.createElement('canvas')
  canvas.width = 1000
  canvas.height = 800
  return { canvas, made }
}

afterEach(() => vi.restoreAllMocks())

it('is a PNG of its own size where that is short enough', async () => {
  const { canvas, made } = weighing(() => longestAttachmentBytes)

  const file = await toPictureFile(canvas)

  expect([file.name, file.type, file.size]).toEqual(['screenshot.png', 'image/png', longestAttachmentBytes])
  expect(made).toEqual([[1000, 800, 'image/png']])
})

it('is a JPEG of the same size where the PNG is too long', async () => {
  const { canvas, made } = weighing((pixels, type) => (type === 'image/png' ? pixels * 4 : pixels))

  const file = await toPictureFile(canvas, 1_000_000)

  expect([file.name, file.type]).toEqual(['screenshot.jpg', 'image/jpeg'])
  expect(made.at(-1)).toEqual([1000, 800, 'image/jpeg'])
})

it('shrinks until it is short enough', async () => {
  const { canvas, made } = weighing((pixels) => pixels)

  const file = await toPictureFile(canvas, 300_000)

  expect(file.size).toBeLessThanOrEqual(300_000)
  expect(made.map(([width]) => width)).toEqual([1000, 1000, 750, 563])
})

it('gives up where no size is short enough', async () => {
  const { canvas } = weighing(() => 10)

  await expect(toPictureFile(canvas, 9)).rejects.toThrow('too large')
})

it('says so when the browser cannot write it', async () => {
  const { canvas } = weighing(() => 1)
  vi.mocked(HTMLCanvasElement.prototype.toBlob).mockImplementation((done) => done(null))

  await expect(toPictureFile(canvas)).rejects.toThrow('cannot be written')
})
