/** Reads what the page shows (pictures, fonts) into `data:` URLs; each is asked for once. */
export type Resources = {
  /** @returns undefined when it cannot be read, which is no failure: its place stays blank */
  read(url: string): Promise<string | undefined>
  /** The text of a style sheet. */
  readText(url: string): Promise<string | undefined>
}

/** Longer ones are left out: everything ends up in one URL. */
const longestBytes = 4_000_000

export function openResources(signal: AbortSignal): Resources {
  const asked = new Map<string, Promise<string | undefined>>()

  const load = async (url: string) => {
    // What the page has shown is in the browser's cache.
    const response = await fetch(url, { signal, cache: 'force-cache' })
    if (!response.ok) throw new Error(`${url} was answered with ${response.status}`)
    return response
  }

  return {
    read(url) {
      const known = asked.get(url)
      if (known) return known
      const reading = load(url)
        .then((response) => response.blob())
        .then((blob) => (blob.size > longestBytes ? undefined : dataUrlOf(blob)))
        .catch(() => undefined)
      asked.set(url, reading)
      return reading
    },
    readText: (url) =>
      load(url)
        .then((response) => response.text())
        .catch(() => undefined),
  }
}

const dataUrlOf = (blob: Blob) =>
  new Promise<string | undefined>((resolve) => {
    const reader = new FileReader()
    reader.onload = () => resolve(reader.result as string)
    reader.onerror = () => resolve(undefined)
    reader.readAsDataURL(blob)
  })

const anyUrl = /url\("((?:https?|blob):[^"]+)"\)/g

/** Puts what stands behind the addresses of a style sheet into it; what cannot be read is left out. */
export async function embedUrls(css: string, resources: Resources): Promise<string> {
  const found = new Map<string, string | undefined>()
  const reads = [...css.matchAll(anyUrl)].map(async ([, url = '']) => found.set(url, await resources.read(url)))
  await Promise.all(reads)
  return css.replace(anyUrl, (_, url: string) => `url("${found.get(url) ?? 'data:,'}")`)
}
