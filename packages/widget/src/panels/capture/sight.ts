/**
 * How an element may be seen: `masked` is a block of its size, `lifted` stands inside `data-heed-unmask`, where fields
 * show what they hold.
 */
export type Sight = 'plain' | 'lifted' | 'masked'

const buttons = ['button', 'submit', 'reset', 'image'].map((type) => `[type="${type}" i]`)

/** What holds something a person typed or chose. */
const fields = [
  `input:not(${buttons})`,
  'textarea',
  'select',
  '[contenteditable]:not([contenteditable="false" i])',
  '[role="textbox"]',
].join()

/** Names by which a page says what a field is for, also while it turns a password into plain text to let it be read. */
const secrets = /password|cc-|one-time-code/i

const isSecret = (element: Element) =>
  element.localName === 'input' &&
  ((element as HTMLInputElement).type === 'password' || secrets.test(element.getAttribute('autocomplete') ?? ''))

/** @param around how the element around it may be seen, across shadow roots and frames */
export function sightOf(element: Element, around: Sight): Sight {
  if (around === 'masked' || element.matches('[data-heed-mask]') || isSecret(element)) return 'masked'
  const here = element.matches('[data-heed-unmask]') ? 'lifted' : around
  return here === 'plain' && element.matches(fields) ? 'masked' : here
}
