import type { Page } from 'playwright-core'

/** What the host page calls its own. */
type Own = {
  globals: string[]
  /** What a loop over arrays and objects comes by, and what module systems of the page were given. */
  enumerable: string[]
  builtIns: Record<string, unknown>
}

const lookAtPage = (): Own => {
  const { defined = [], module } = window as { defined?: unknown[]; module?: { exports: object } }
  const enumerable = Object.keys({ ...defined, ...module?.exports }).map((name) => `module system: ${name}`)
  for (const name in [] as unknown as Record<string, unknown>) enumerable.push(`Array: ${name}`)
  for (const name in {} as Record<string, unknown>) enumerable.push(`Object: ${name}`)
  const ofPrototypes = [Array, String, Function, Date, Promise, Map].flatMap(({ name, prototype }) =>
    Object.entries(Object.getOwnPropertyDescriptors(prototype as object)).map(
      ([property, { value, get }]): [string, unknown] => [`${name}.${property}`, value ?? get],
    ),
  )
  // Its memory is another object each time.
  const ofConsole = Object.entries(console).filter(([name]) => name !== 'memory')
  return {
    globals: Object.getOwnPropertyNames(window).filter((name) => !/^\d+$/.test(name)),
    enumerable,
    builtIns: {
      ...Object.fromEntries(ofPrototypes),
      'history.pushState': history.pushState,
      'history.replaceState': history.replaceState,
      fetch: window.fetch,
      XMLHttpRequest: window.XMLHttpRequest,
      addEventListener: window.addEventListener,
      onerror: window.onerror,
      onpopstate: window.onpopstate,
      'Element.attachShadow': Element.prototype.attachShadow,
      ...Object.fromEntries(ofConsole),
      'JSON.stringify': JSON.stringify,
    },
  }
}

/**
 * Looks at the page while the tag is still on its way.
 * @returns what the widget changed in it since then, which should be `heed` alone
 */
export const rememberHost = async (page: Page) => {
  const before = await page.evaluateHandle(lookAtPage)
  return async (): Promise<string[]> => {
    const now = await page.evaluateHandle(lookAtPage)
    return page.evaluate(
      ([was, is]) => [
        ...is.globals.filter((name) => !was.globals.includes(name)),
        ...is.enumerable.filter((name) => !was.enumerable.includes(name)),
        ...Object.keys(was.builtIns).filter((name) => was.builtIns[name] !== is.builtIns[name]),
      ],
      [before, now] as const,
    )
  }
}
