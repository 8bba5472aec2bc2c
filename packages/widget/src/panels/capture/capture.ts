import type { CaptureRoom } from '../../runtime/room.ts'
import captureCss from './capture.css?inline'
import { editPicture } from './editor.ts'
import { toPictureFile } from './picture-file.ts'
import { renderPage } from './render-page.ts'

export const css = captureCss

/**
 * Takes a picture of what the window shows, masked, and lets the person work on it.
 * @returns a PNG or JPEG of at most `longestAttachmentBytes`; undefined when the person cancels
 * @throws Error when the page allows no picture; after 8 seconds at the latest
 */
export async function takeScreenshot(room: CaptureRoom): Promise<File | undefined> {
  const picture = await renderPage(room.layer)
  const edited = await editPicture(room, picture)
  return edited && toPictureFile(edited)
}
