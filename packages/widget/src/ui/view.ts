import type { HelpRoom } from '../runtime/room.ts'
import { element } from './element.ts'
import { holdsFocus } from './focus.ts'
import { titleId } from './title-id.ts'

/**
 * Puts a view in place of the one before, with the focus where work goes on: on `start`, else where the view says that
 * work begins.
 */
export function show(place: HTMLElement, view: Node[], start?: HTMLElement): void {
  place.replaceChildren(...view)
  const target = start?.isConnected ? start : place.querySelector<HTMLElement>('[data-start]')
  target?.focus()
}

/** The same where nobody asked for it: whoever has gone back to work elsewhere keeps the focus there. */
export function putBack(place: HTMLElement, view: Node[]): void {
  if (holdsFocus(place)) show(place, view)
  else place.replaceChildren(...view)
}

/** A button that does something at once; `look` is its class. */
export function button(
  look: string,
  label: string,
  press: () => void,
  attributes: Record<string, string | undefined> = {},
): HTMLButtonElement {
  const made = element('button', { type: 'button', class: look, ...attributes }, label)
  made.addEventListener('click', press)
  return made
}

/** Title of a panel, with the way back where there is one. */
export function head(room: HelpRoom, title: string, back?: () => void): HTMLElement {
  return element(
    'div',
    { class: 'head', part: 'head' },
    ...(back ? [button('back', '←', back, { 'aria-label': room.texts.back })] : []),
    element('h2', { id: titleId }, title),
  )
}

/** What is between head and foot. */
export const main = (...children: (Node | string)[]) => element('div', { class: 'main' }, ...children)

/** The same where it is something to read: the keyboard scrolls it, and reading begins in it. */
export const reader = (role: 'region' | 'log' = 'region') =>
  element('div', { class: 'main', role, tabindex: '0', 'aria-labelledby': titleId, 'data-start': '' })

/** Puts something else into what is read; a focus that stood in it does not get lost. */
export function refill(place: HTMLElement, ...children: Node[]): void {
  const held = holdsFocus(place)
  place.replaceChildren(...children)
  if (held) place.focus()
}

export const foot = (...children: Node[]) => element('div', { class: 'foot' }, ...children)

/** Small words beside the large ones. */
export const quiet = (...words: (Node | string)[]) => element('span', { class: 'quiet' }, ...words)

/** Where one of several ways is chosen: what it is, and below it more about it. */
export function row(press: () => void, title: string, ...below: Node[]): HTMLButtonElement {
  const made = button('row', '', press, { part: 'row' })
  made.append(element('b', {}, element('bdi', {}, title)), ...below)
  return made
}

/** The button that hands over what was typed. */
export const sender = (label: string, send: () => void) => button('primary', label, send, { part: 'send' })

export const rows = (...items: Node[]) =>
  element('ul', { class: 'rows' }, ...items.map((item) => element('li', {}, item)))

/** The end of a task, or why there is nothing to see: words, large, and what comes next. */
export const done = (title: Node | string, ...below: Node[]) =>
  element(
    'div',
    { class: 'done', role: 'status' },
    element('h3', { tabindex: '-1', 'data-start': '' }, title),
    ...below,
  )

/** Something could not be loaded, and one button to try again. */
export const loadFailed = ({ texts }: HelpRoom, retry: () => void) =>
  element(
    'div',
    { class: 'done', role: 'status' },
    element('p', {}, texts.loadFailed),
    button('plain', texts.retry, retry),
  )

/** The button that ends a task. In an element of the host page nothing closes: it leads back. */
export const leave = ({ texts, inline, close }: HelpRoom) => button('plain', inline ? texts.back : texts.close, close)
