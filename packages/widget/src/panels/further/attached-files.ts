import { attachmentTypes, longestAttachmentBytes, mostAttachments } from '@heed/contracts/attachment-limits'
import type { Room } from '../../runtime/room.ts'
import { element } from '../../ui/element.ts'
import { fileSize } from '../../ui/file-size.ts'
import type { AttachedFiles } from '../../ui/further.ts'
import { button, quiet } from '../../ui/view.ts'

/** Files that go with a question. @param changed told when one was removed */
export function createAttachedFiles(room: Room, changed: () => void): AttachedFiles {
  const { texts, fill } = room
  let attached: File[] = []
  const list = element('ul', { class: 'rows files' })

  /** Why a file cannot come along; undefined if it can. */
  function fault({ name, type, size }: File): string | undefined {
    if (attached.length >= mostAttachments) return fill(texts.tooManyFiles, { count: mostAttachments })
    if (!(attachmentTypes as readonly string[]).includes(type)) return fill(texts.fileType, { name })
    if (size > longestAttachmentBytes) {
      return fill(texts.fileTooLarge, { name, size: fileSize(room, longestAttachmentBytes) })
    }
    return undefined
  }

  function attach(file: File) {
    attached = [...attached, file]
    const remove = button('back remove', '×', () => detach(file, item), {
      'aria-label': fill(texts.removeFile, { name: file.name }),
    })
    const item = element(
      'li',
      {},
      ...(file.type.startsWith('image/') ? [thumbnail(file)] : []),
      element('bdi', {}, file.name),
      quiet(fileSize(room, file.size)),
      remove,
    )
    list.append(item)
  }

  function detach(file: File, item: HTMLElement) {
    attached = attached.filter((each) => each !== file)
    const next = item.nextElementSibling ?? item.previousElementSibling
    next?.querySelector('button')?.focus()
    item.remove()
    changed()
  }

  return {
    list,
    files: () => attached,
    async add(files) {
      const wrong = new Set<string>()
      for (const file of files) {
        const refused = () => fill(texts.fileRefused, { name: file.name })
        const complaint = fault(file) ?? (await copyOf(file).then(attach, refused))
        if (complaint) wrong.add(complaint)
      }
      return [...wrong].join(' ')
    },
    fates: (refused, left) => [
      ...refused.map(({ name }) => element('p', { class: 'alarm' }, fill(texts.fileRefused, { name }))),
      ...(left > 0 ? [element('p', { class: 'quiet' }, fill(texts.filesOnTheirWay, { count: left }))] : []),
    ],
  }
}

/** What lies on the disk may change or go before it is sent, and could not be read any more. */
const copyOf = async (file: File) => new File([await file.arrayBuffer()], file.name, file)

/** A small picture of a picture; the host page's policy may forbid it, then its name says enough. */
function thumbnail(file: File): HTMLElement {
  const address = URL.createObjectURL(file)
  const image = element('img', { src: address, alt: '' })
  const release = () => URL.revokeObjectURL(address)
  image.addEventListener('load', release)
  image.addEventListener('error', () => {
    release()
    image.remove()
  })
  return image
}
