import { element } from '../../ui/element.ts'
import { type Area, fitInto, overlap } from './marks.ts'

/** On the screen, in CSS pixels. */
const stepPx = 10
const leastDragPx = 6

const arrows: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

export type AreaFrame = {
  /** Puts a frame in the middle, for the keyboard. */
  begin(): void
  clear(): void
  /** Whether a pointer is dragging it. */
  isDragged(): boolean
}

type AreaFrameOptions = {
  /** What the picture fills; pointers and keys are taken there. */
  place: HTMLElement
  /** The part of the picture that is seen now, in pixels of the picture. */
  shown(): Area
  onApply(area: Area): void
  /** It was moved with keys. */
  onMove(area: Area): void
}

/** A frame that a pointer draws in one go, and that the arrow keys move, with Shift resize, and Enter applies. */
export function createAreaFrame({ place, shown, onApply, onMove }: AreaFrameOptions): AreaFrame {
  const frame = element('div', { class: 'area' })
  frame.hidden = true
  place.append(frame)
  let area: Area | undefined
  let start: { x: number; y: number } | undefined

  const draw = (next: Area | undefined) => {
    area = next
    frame.hidden = !next
    if (!next) return
    const { left, top, width, height } = shown()
    // Physical on purpose: the picture is the same in every writing direction.
    frame.style.left = `${((next.left - left) / width) * 100}%`
    frame.style.top = `${((next.top - top) / height) * 100}%`
    frame.style.width = `${(next.width / width) * 100}%`
    frame.style.height = `${(next.height / height) * 100}%`
  }

  /** Pixels of the picture for one on the screen. */
  const density = () => shown().width / (place.getBoundingClientRect().width || shown().width)

  const middle = (): Area => {
    const { left, top, width, height } = shown()
    return fitInto({ left: left + width / 4, top: top + height / 4, width: width / 2, height: height / 2 }, shown())
  }

  const begin = () => {
    draw(middle())
    if (area) onMove(area)
  }

  const apply = () => {
    const made = area
    draw(undefined)
    if (made) onApply(made)
  }

  const move = ([x, y]: [number, number], resize: boolean) => {
    const from = area ?? middle()
    const step = stepPx * density()
    const moved = { ...from, left: from.left + x * step, top: from.top + y * step }
    const grown = {
      ...from,
      width: Math.max(step, from.width + x * step),
      height: Math.max(step, from.height + y * step),
    }
    const next = fitInto(resize ? overlap(grown, shown()) : moved, shown())
    draw(next)
    onMove(next)
  }

  place.addEventListener('keydown', (event) => {
    const arrow = arrows[event.key]
    if (arrow) move(arrow, event.shiftKey)
    else if (event.key === 'Enter' && area) apply()
    else return
    event.preventDefault()
  })

  const pointOf = (event: PointerEvent) => {
    const box = place.getBoundingClientRect()
    const { left, top } = shown()
    return { x: left + (event.clientX - box.left) * density(), y: top + (event.clientY - box.top) * density() }
  }
  place.addEventListener('pointerdown', (event) => {
    if (event.button !== 0 || !event.isPrimary) return
    place.setPointerCapture(event.pointerId)
    start = pointOf(event)
    draw(undefined)
  })
  place.addEventListener('pointermove', (event) => {
    if (!start) return
    const end = pointOf(event)
    const [left, top] = [Math.min(start.x, end.x), Math.min(start.y, end.y)]
    const drawn = { left, top, width: Math.abs(end.x - start.x), height: Math.abs(end.y - start.y) }
    draw(fitInto(overlap(drawn, shown()), shown()))
  })
  place.addEventListener('pointerup', () => {
    if (!start) return
    start = undefined
    const least = leastDragPx * density()
    if (area && area.width >= least && area.height >= least) apply()
    else draw(undefined)
  })
  const clear = () => {
    start = undefined
    draw(undefined)
  }
  place.addEventListener('pointercancel', clear)

  return { begin, clear, isDragged: () => start !== undefined }
}
