import type { Way, WayOptions } from './way.ts'

export type Option = { id: string; label: string }

/** The words of a survey may run in another direction than the widget. */
const inWords = ({ element }: WayOptions, { label }: Option) => element('bdi', {}, label)

/** A list of which one is chosen. */
export function singleChoice(way: WayOptions): Way {
  const { room, onGiven, radioGroup } = way
  const { options } = way.question
  const faces = options.map((option) => ({ shows: inWords(way, option) }))
  const onChoose = (at: number) => onGiven({ choices: options.slice(at, at + 1).map(({ id }) => id) })
  const { group, mark, stop } = radioGroup(faces, { look: 'choices', dir: room.locale.dir, onChoose })
  return { part: group, show: ({ choices }) => mark(options.findIndex(({ id }) => choices?.includes(id))), stop }
}

/** A list of which any number is chosen. */
export function multipleChoice(way: WayOptions): Way {
  const { element, onGiven } = way
  const rows = way.question.options.map((option, at) => {
    const box = element('input', { type: 'checkbox', 'data-start': at ? undefined : '' })
    return { id: option.id, box, row: element('label', { class: 'option', part: 'option' }, box, inWords(way, option)) }
  })
  const part = element('div', { role: 'group', part: 'scale', class: 'choices' }, ...rows.map(({ row }) => row))
  part.addEventListener('change', () => {
    onGiven({ choices: rows.filter(({ box }) => box.checked).map(({ id }) => id) })
  })
  return {
    part,
    show({ choices }) {
      for (const { id, box } of rows) box.checked = Boolean(choices?.includes(id))
    },
  }
}
