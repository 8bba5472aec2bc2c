import type { Way, WayOptions } from './way.ts'

type Option = { id: string; label: string }

/** Where each option stands among those of its survey, as long as this page lasts: drawn once, so that nothing moves. */
const places = new Map<string, number>()

function placeOf(name: string): number {
  const place = places.get(name) ?? Math.random()
  places.set(name, place)
  return place
}

/** What is offered, in words; in an order that chance drew where the survey wants that, and always of two ideas. */
function optionsOf({ survey, question: { inAny } }: WayOptions): Option[] {
  const options = (survey.form?.options ?? []).map((id) => ({
    id,
    label: inAny.find(({ options }) => options?.[id])?.options?.[id] ?? id,
  }))
  if (survey.kind !== 'comparison' && !survey.form?.shuffle) return options
  const drawn = options.map((option) => ({ option, place: placeOf(`${survey.id} ${option.id}`) }))
  return drawn.sort((one, other) => one.place - other.place).map(({ option }) => option)
}

/** The words of a survey may run in another direction than the widget. */
const inWords = ({ element }: WayOptions, { label }: Option) => element('bdi', {}, label)

/**
 * Options of which one is chosen.
 * @param look class of the group: a list, or two large buttons
 */
export function singleChoice(way: WayOptions, look: 'choices' | 'sides' = 'choices'): Way {
  const { room, onGiven, radioGroup } = way
  const options = optionsOf(way)
  const faces = options.map((option) => ({ shows: inWords(way, option) }))
  const onChoose = (at: number) => onGiven({ choices: options.slice(at, at + 1).map(({ id }) => id) })
  const { group, mark, stop } = radioGroup(faces, { look, dir: room.locale.dir, onChoose })
  return { part: group, show: ({ choices }) => mark(options.findIndex(({ id }) => choices?.includes(id))), stop }
}

/** A list of which any number is chosen. */
export function multipleChoice(way: WayOptions): Way {
  const { element, onGiven, room } = way
  const rows = optionsOf(way).map((option, at) => {
    const box = element('input', { type: 'checkbox', 'data-start': at ? undefined : '' })
    return { id: option.id, box, row: element('label', { class: 'option', part: 'option' }, box, inWords(way, option)) }
  })
  const part = element('div', { role: 'group', part: 'scale', class: 'choices' }, ...rows.map(({ row }) => row))
  part.addEventListener('change', () => {
    onGiven({ choices: rows.filter(({ box }) => box.checked).map(({ id }) => id) })
  })
  return {
    part,
    about: element('p', { class: 'quiet' }, room.texts.chooseAny),
    show({ choices }) {
      for (const { id, box } of rows) box.checked = Boolean(choices?.includes(id))
    },
  }
}
