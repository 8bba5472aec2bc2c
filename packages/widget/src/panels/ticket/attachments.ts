import { attachmentTypes } from '@heed/contracts/attachment-limits'
import type { HelpRoom } from '../../runtime/room.ts'
import { element } from '../../ui/element.ts'
import { holdsFocus } from '../../ui/focus.ts'
import type { AttachedFiles } from '../../ui/further.ts'
import { button } from '../../ui/view.ts'

type Attachments = Pick<AttachedFiles, 'files' | 'fates'> & {
  section: HTMLElement
  /** Takes files that were pasted or dropped; says which cannot come along and why. */
  add(added: File[]): Promise<unknown>
  /** Ends once what was added stands in the list. @returns whether it does */
  listed(): Promise<boolean>
}

/**
 * Files that go with a question: buttons to add them, and a list of them, which comes with the first one.
 * @param files what is attached already
 * @param changed told of every change
 */
export function createAttachments(room: HelpRoom, files: File[], changed: (files: File[]) => void): Attachments {
  const { texts } = room
  let attached: AttachedFiles | undefined
  let listed = Promise.resolve(true)
  const complaints = element('p', { class: 'alarm', role: 'alert' })
  const chooser = element('input', { type: 'file', multiple: '', accept: attachmentTypes.join() })
  chooser.hidden = true
  const shoot = button('link', texts.addScreenshot, takeScreenshot)
  const choose = button('link', texts.chooseFile, () => chooser.click())
  const section = element('div', {}, complaints, element('div', { class: 'attach' }, shoot, choose, chooser))
  const all = () => attached?.files() ?? files

  chooser.addEventListener('change', () => {
    void add([...(chooser.files ?? [])])
    // The same file may be chosen again after it was removed.
    chooser.value = ''
  })
  if (files[0]) void add([])

  async function takeScreenshot() {
    if (shoot.ariaBusy) return
    shoot.ariaBusy = 'true'
    complaints.textContent = ''
    try {
      const picture = await room.screenshot()
      if (picture) await add([picture])
    } catch {
      complaints.textContent = texts.screenshotFailed
    }
    shoot.ariaBusy = null
    // The editor had the focus.
    if (shoot.isConnected) shoot.focus()
  }

  function add(added: File[]) {
    // One after the other: each file takes its time to read.
    listed = listed.then(() => list(added))
    return listed
  }

  async function list(added: File[]) {
    complaints.textContent = texts.loading
    const further = await room.further().catch(() => undefined)
    if (!further) {
      complaints.textContent = texts.loadFailed
      // Who reads that may send without it.
      listed = Promise.resolve(true)
      return false
    }
    if (!attached) {
      attached = further.createAttachedFiles(() => {
        complaints.textContent = ''
        if (!holdsFocus(section)) choose.focus()
        changed(all())
      })
      added.unshift(...files)
      section.prepend(attached.list)
    }
    complaints.textContent = await attached.add(added)
    changed(all())
    return true
  }

  return {
    section,
    add,
    files: all,
    listed: () => listed,
    fates: (...of) => attached?.fates(...of) ?? [],
  }
}
