import { element } from './element.ts'

/** A field for words, and a line that says at once what is wrong with them. */
export function wordsField<K extends 'input' | 'textarea'>(tag: K, attributes: Record<string, string>) {
  const field: HTMLInputElement | HTMLTextAreaElement = element(tag, {
    part: 'field',
    dir: 'auto',
    autocomplete: 'off',
    'aria-describedby': 'fault',
    ...attributes,
  })
  const fault = element('p', { class: 'alarm', id: 'fault', role: 'alert' })

  return {
    field,
    fault,
    /** @param words empty once nothing is wrong any more */
    complain(words: string) {
      fault.textContent = words
      field.setAttribute('aria-invalid', `${words !== ''}`)
    },
  }
}
