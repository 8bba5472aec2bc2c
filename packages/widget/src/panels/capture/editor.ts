import type { CaptureRoom } from '../../runtime/room.ts'
import { element } from '../../ui/element.ts'
import { createAreaFrame } from './area-frame.ts'
import { type Area, addMark, croppedTo, flatten, noMarks, redo, type Tool, undo } from './marks.ts'
import { createToolbar } from './toolbar.ts'

/**
 * Covers the page and lets the person crop the picture, mark and hide parts of it.
 * @param picture is emptied at the end
 * @returns the flattened picture, which holds nothing of what was hidden or cut; undefined when the person cancels
 */
export function editPicture(room: CaptureRoom, picture: HTMLCanvasElement): Promise<HTMLCanvasElement | undefined> {
  return new Promise((resolve) => {
    openEditor(room, picture, resolve)
  })
}

function openEditor(
  { layer, texts, locale, fill }: CaptureRoom,
  picture: HTMLCanvasElement,
  onEnd: (edited: HTMLCanvasElement | undefined) => void,
) {
  const root = layer.getRootNode() as ShadowRoot | Document
  const cameFrom = root.activeElement
  const whole: Area = { left: 0, top: 0, width: picture.width, height: picture.height }
  const scale = picture.width / innerWidth
  const percent = new Intl.NumberFormat(locale.tag, { style: 'percent' })
  let marks = noMarks
  let tool: Tool = 'box'
  let ended = false

  const canvas = element('canvas')
  const place = element(
    'div',
    // An application, so that screen readers leave the arrow keys to it.
    {
      class: 'picture',
      role: 'application',
      tabindex: '0',
      'aria-label': texts.picture,
      'aria-describedby': 'capture-hint',
    },
    canvas,
  )
  const pointerHint = element('span')
  const status = element('p', { class: 'unseen', role: 'status' })
  const button = (kind: 'plain' | 'primary', label: string, onClick: () => void) => {
    const made = element('button', { type: 'button', class: kind }, label)
    made.addEventListener('click', onClick)
    return made
  }
  const toolbar = createToolbar({
    texts,
    onTool(chosen, byKey) {
      tool = chosen
      frame.clear()
      show()
      place.focus()
      if (byKey) frame.begin()
    },
    onUndo: () => step(undo(marks), texts.undone),
    onRedo: () => step(redo(marks), texts.redone),
  })
  const frame = createAreaFrame({
    place,
    shown,
    onApply(area) {
      const done = { crop: texts.cropped, box: texts.boxed, hide: texts.hidden }
      step(addMark(marks, { tool, area }), done[tool])
    },
    onMove({ left, top, width, height }) {
      const { left: x, top: y, width: w, height: h } = shown()
      const [acrossPage, downPage] = [percent.format((left - x) / w), percent.format((top - y) / h)]
      const size = { width: percent.format(width / w), height: percent.format(height / h) }
      status.textContent = fill(texts.frameAt, { left: acrossPage, top: downPage, ...size })
    },
  })
  const dialog = element(
    'dialog',
    {
      class: 'capture',
      role: 'dialog',
      'aria-modal': 'true',
      'aria-labelledby': 'capture-title',
      'aria-describedby': 'capture-note',
    },
    element(
      'div',
      { class: 'head' },
      element(
        'div',
        { class: 'about' },
        element('h2', { id: 'capture-title' }, texts.title),
        element('p', { id: 'capture-note', class: 'quiet' }, texts.note),
      ),
      toolbar.group,
    ),
    element('div', { class: 'stage' }, place),
    element(
      'div',
      { class: 'foot' },
      element(
        'p',
        { id: 'capture-hint', class: 'quiet' },
        pointerHint,
        element('span', { class: 'keys' }, ` ${texts.keysHint}`),
      ),
      element(
        'div',
        { class: 'outcome' },
        button('plain', texts.cancel, () => end(undefined)),
        button('primary', texts.use, () => end(canvas)),
      ),
    ),
    status,
  )

  function shown(): Area {
    return croppedTo(marks, whole)
  }

  function step(next: typeof marks, words: string) {
    marks = next
    frame.clear()
    show()
    status.textContent = words
  }

  function show() {
    flatten(picture, marks, scale, canvas)
    place.dataset.tool = tool
    place.style.setProperty('--ratio', `${canvas.width / canvas.height}`)
    place.style.setProperty('--own', `${canvas.width / scale}px`)
    pointerHint.textContent = { crop: texts.cropHint, box: texts.boxHint, hide: texts.hideHint }[tool]
    toolbar.show(tool, marks.done.length > 0, marks.undone.length > 0)
  }

  function end(edited: HTMLCanvasElement | undefined) {
    if (ended) return
    ended = true
    dialog.close()
    dialog.remove()
    // What is under the marks goes now, not when memory happens to be cleared.
    picture.width = 0
    if (cameFrom instanceof HTMLElement && cameFrom.isConnected) cameFrom.focus()
    onEnd(edited)
  }

  /** A modal dialog lets Tab leave for the browser's own bars; here it comes round. */
  function goRound(event: KeyboardEvent) {
    const stops = [...dialog.querySelectorAll<HTMLElement>('button, [tabindex]')]
    const [from, to] = event.shiftKey ? [stops[0], stops.at(-1)] : [stops.at(-1), stops[0]]
    if (event.target !== from) return
    event.preventDefault()
    to?.focus()
  }

  // Keys typed here stay here, so that the host app's shortcuts sleep.
  for (const type of ['keydown', 'keypress', 'keyup'] as const) {
    dialog.addEventListener(type, (event) => event.stopPropagation())
  }
  dialog.addEventListener('keydown', (event) => {
    if (event.key === 'Tab') goRound(event)
    if (event.key !== 'Escape') return
    event.preventDefault()
    if (frame.isDragged()) frame.clear()
    else end(undefined)
  })
  // A phone's gesture back closes a dialog without a key.
  dialog.addEventListener('close', () => end(undefined))
  show()
  layer.append(dialog)
  dialog.showModal()
  toolbar.group.querySelector('button')?.focus()
}
