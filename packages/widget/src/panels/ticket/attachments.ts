import { attachmentTypes, longestAttachmentBytes, mostAttachments } from '@heed/contracts/attachment-limits'
import type { Room } from '../../runtime/room.ts'
import { element } from '../../ui/element.ts'
import { fileSize } from '../../ui/in-words.ts'
import { button, quiet } from '../../ui/view.ts'

type Attachments = {
  section: HTMLElement
  files(): File[]
  /** Takes files that were pasted or dropped; says which cannot come along and why. */
  add(files: Iterable<File>): void
}

/**
 * Files that go with a question: buttons to add them, and a list in which each can be removed.
 * @param files what is attached already
 * @param changed told of every change
 */
export function createAttachments(room: Room, files: File[], changed: (files: File[]) => void): Attachments {
  const { texts, fill } = room
  let attached: File[] = []
  const complaints = element('p', { class: 'alarm', role: 'alert' })
  const list = element('ul', { class: 'files' })
  const chooser = element('input', { type: 'file', multiple: '', accept: attachmentTypes.join() })
  chooser.hidden = true
  const shoot = button('link', texts.addScreenshot, takeScreenshot)
  const choose = button('link', texts.chooseFile, () => chooser.click())

  chooser.addEventListener('change', () => {
    add([...(chooser.files ?? [])])
    // The same file may be chosen again after it was removed.
    chooser.value = ''
  })

  const section = element('div', {}, list, complaints, element('div', { class: 'attach' }, shoot, choose, chooser))
  for (const file of files) attach(file)

  async function takeScreenshot() {
    if (shoot.ariaBusy) return
    shoot.ariaBusy = 'true'
    complaints.textContent = ''
    try {
      const picture = await room.screenshot()
      if (picture) add([picture])
    } catch {
      complaints.textContent = texts.screenshotFailed
    }
    shoot.ariaBusy = null
    // The editor had the focus.
    if (shoot.isConnected) shoot.focus()
  }

  function add(more: Iterable<File>) {
    const wrong = new Set<string>()
    for (const file of more) {
      const complaint = fault(file)
      if (complaint) wrong.add(complaint)
      else attach(file)
    }
    complaints.textContent = [...wrong].join(' ')
    changed(attached)
  }

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
    const remove = button('remove', '×', () => detach(file, item), {
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
    const next = (item.nextElementSibling ?? item.previousElementSibling)?.querySelector('button')
    item.remove()
    complaints.textContent = ''
    ;(next ?? choose).focus()
    changed(attached)
  }

  return { section, add, files: () => attached }
}

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
