import { useEffect } from 'preact/hooks'
import { text } from '../locales/text.ts'

/** Says how many tickets wait in the title of the browser's tab, before the name that each page gives it. */
export function useCountInTitle(waiting: number): void {
  useEffect(() => {
    if (waiting === 0) return
    let given = ''
    let said = ''
    const say = () => {
      if (document.title === said) return
      given = document.title
      said = text.common.titleWaiting(waiting, given)
      document.title = said
    }
    say()
    const pages = new MutationObserver(say)
    pages.observe(document.head, { childList: true, subtree: true, characterData: true })
    return () => {
      pages.disconnect()
      if (document.title === said) document.title = given
    }
  }, [waiting])
}
