/** Paper is light whatever the screen is. Calls back once that is so, and when the screen is back. @returns its stop */
export function onPrint({ before, after }: { before: () => void; after: () => void }): () => void {
  const begin = () => {
    turnLight()
    before()
  }
  const end = () => {
    turnBack()
    after()
  }
  addEventListener('beforeprint', begin)
  addEventListener('afterprint', end)
  return () => {
    removeEventListener('beforeprint', begin)
    removeEventListener('afterprint', end)
  }
}

// Several charts print together: the theme is noted by the first and given back once.
let themeBefore: string | undefined | null = null

function turnLight(): void {
  const { dataset } = document.documentElement
  if (themeBefore === null) themeBefore = dataset.theme
  dataset.theme = 'light'
}

function turnBack(): void {
  if (themeBefore === null) return
  const { dataset } = document.documentElement
  if (themeBefore === undefined) delete dataset.theme
  else dataset.theme = themeBefore
  themeBefore = null
}
