import type { Way, WayOptions } from './way.ts'

const star = 'm12 3 2.8 5.8 6.2.9-4.5 4.5 1 6.3-5.5-3-5.5 3 1-6.3L3 9.7l6.2-.9z'

/** A face from −2 (sad) to 2 (glad): only the mouth differs, so that it reads without colour. */
const face = (mood: number) =>
  `M3 12a9 9 0 1 0 18 0 9 9 0 1 0-18 0M9 9v.5M15 9v.5M8 ${15 - mood * 0.7}q4 ${mood * 2.8} 8 0`

/**
 * A picture in a box of 24 by 24 made of one path. Screen readers pass over it: what it says is said in words as well.
 * @param path as in the attribute `d`
 */
function picture(path: string): SVGSVGElement {
  const made = <K extends 'svg' | 'path'>(tag: K, name: string, value: string) => {
    const part = document.createElementNS('http://www.w3.org/2000/svg', tag)
    part.setAttribute(name, value)
    return part
  }
  const svg = made('svg', 'viewBox', '0 0 24 24')
  svg.setAttribute('aria-hidden', 'true')
  svg.append(made('path', 'd', path))
  return svg
}

/** Five stars or five faces. */
export function rating(options: WayOptions): Way {
  const { survey, room, scale } = options
  const look = survey.form?.icons ?? 'stars'
  const shows = (score: number) => picture(look === 'faces' ? face(score - 3) : star)
  const name = (score: number, best: number) => room.fill(room.texts.scoreOf, { score, best })
  return scale('rating', options, (score, _first, best) => ({ shows: shows(score), name: name(score, best) }), look)
}

/** Three words for an idea, which stands above them. */
export function reaction(options: WayOptions): Way {
  const { room, question, element, scale } = options
  const idea = question.inAny.find((words) => words.idea)?.idea
  const way = scale('reaction', options, (score, first) => ({
    shows: room.texts.reactions[score - first] ?? `${score}`,
  }))
  return {
    ...way,
    about: idea ? element('blockquote', { class: 'quote', part: 'idea', dir: 'auto' }, idea) : undefined,
  }
}
