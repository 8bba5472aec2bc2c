import { element } from '../../ui/element.ts'

const scores = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]

/** How long a typed 1 waits for the 0 of a 10. */
const secondDigitMs = 600

export type Scale = {
  group: HTMLElement
  mark(score: number): void
  stop(): void
}

type ScaleOptions = { dir: 'ltr' | 'rtl'; labelledBy: string; describedBy: string; onChoose(score: number): void }

/**
 * Eleven real buttons that together are one radio group: Tab reaches the group, arrows move within it, Enter and Space
 * choose, and so do the digits (1 then 0 is 10). Arrows alone choose nothing, because choosing saves at once.
 */
export function npsScale({ dir, labelledBy, describedBy, onChoose }: ScaleOptions): Scale {
  let pending: ReturnType<typeof setTimeout> | undefined

  const buttons = scores.map((score) => {
    const button = element(
      'button',
      { type: 'button', role: 'radio', 'aria-checked': 'false', tabindex: score === 0 ? '0' : '-1' },
      `${score}`,
    )
    if (score === 0) button.dataset.start = ''
    button.addEventListener('click', () => choose(score))
    return button
  })
  const group = element(
    'div',
    { class: 'scale', role: 'radiogroup', 'aria-labelledby': labelledBy, 'aria-describedby': describedBy },
    ...buttons,
  )

  const reach = (score: number) => {
    buttons.forEach((button, at) => {
      button.tabIndex = at === score ? 0 : -1
      button.toggleAttribute('data-start', at === score)
    })
  }
  const focus = (score: number) => {
    reach(score)
    buttons[score]?.focus()
  }

  /** Whatever is chosen, a typed 1 waits no longer. */
  const choose = (score: number) => {
    clearTimeout(pending)
    pending = undefined
    onChoose(score)
  }

  const typed = (digit: number) => {
    const ten = pending !== undefined && digit === 0
    clearTimeout(pending)
    const score = ten ? 10 : digit
    focus(score)
    if (score !== 1) return choose(score)
    pending = setTimeout(() => choose(1), secondDigitMs)
  }

  group.addEventListener('keydown', (event) => {
    const at = buttons.indexOf(event.target as HTMLButtonElement)
    if (at < 0 || event.altKey || event.ctrlKey || event.metaKey) return
    const forward = dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
    const backward = dir === 'rtl' ? 'ArrowRight' : 'ArrowLeft'
    if (/^\d$/.test(event.key)) typed(Number(event.key))
    else if (event.key === forward || event.key === 'ArrowDown') focus((at + 1) % 11)
    else if (event.key === backward || event.key === 'ArrowUp') focus((at + 10) % 11)
    else if (event.key === 'Home') focus(0)
    else if (event.key === 'End') focus(10)
    else return
    event.preventDefault()
  })

  return {
    group,
    mark(score) {
      buttons.forEach((button, at) => {
        button.setAttribute('aria-checked', `${at === score}`)
      })
      reach(score)
    },
    stop: () => clearTimeout(pending),
  }
}
