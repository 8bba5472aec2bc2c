import { articleImageTypes, longestImageBytes } from '@heed/contracts/image-limits'
import { useRef, useState } from 'preact/hooks'
import { text } from '../../locales/text.ts'
import { problemWords } from '../../ui/problem-words.ts'
import { formatBytes } from '../tickets/file-size.ts'
import { selectedIn, typeInto } from './type-into.ts'
import { storeImage } from './use-articles.ts'

const words = text.articles.editor.image

export const acceptedImages = articleImageTypes.join(',')

/** A name without its ending, as words for who cannot see the picture; what browsers call a pasted one says nothing. */
const altOf = ({ name }: File): string => {
  const said = name.replace(/\.[^.]*$/, '').replace(/[[\]\\]/g, '')
  return /^(image|img[\W_]?\d*|screenshot.*\d)?$/i.test(said) ? words.alt : said
}

/** Pictures out of what was pasted or dropped. */
export const imagesIn = (transfer: DataTransfer | null): File[] =>
  [...(transfer?.files ?? [])].filter(({ type }) => type.startsWith('image/'))

/** Puts pictures into a text: first words that stand for them, then their addresses once they are stored. */
export function useImageUpload(onStored: (name: string) => void) {
  const [pending, setPending] = useState(0)
  const [fault, setFault] = useState<string | null>(null)
  const count = useRef(0)

  const one = async (field: HTMLTextAreaElement, file: File) => {
    // The same picture twice must not be taken for one another.
    const stopgap = `![${words.uploading(altOf(file))}](#${++count.current})`
    const { start, end } = selectedIn(field)
    typeInto(field, { from: start, to: end, text: stopgap, select: [start + stopgap.length, start + stopgap.length] })
    setPending((before) => before + 1)
    try {
      const { address } = await storeImage(file)
      replace(field, stopgap, `![${altOf(file)}](${address})`)
      onStored(altOf(file))
    } catch (error) {
      replace(field, stopgap, '')
      setFault(`${words.failed(file.name)} ${problemWords(error)}`)
    } finally {
      setPending((before) => before - 1)
    }
  }

  return {
    pending,
    fault,
    take: async (field: HTMLTextAreaElement, files: File[]) => {
      setFault(null)
      for (const file of files) {
        if (!articleImageTypes.some((type) => type === file.type)) setFault(`${words.failed(file.name)} ${words.type}`)
        else if (file.size > longestImageBytes)
          setFault(`${words.failed(file.name)} ${words.tooLarge(formatBytes(longestImageBytes))}`)
        else await one(field, file)
      }
    },
  }
}

/** Wherever it has moved to meanwhile; the hand that types goes on where it is. */
function replace(field: HTMLTextAreaElement, stopgap: string, by: string): void {
  const from = field.value.indexOf(stopgap)
  if (from < 0) return
  const { start, end } = selectedIn(field)
  const to = from + stopgap.length
  const moved = (at: number) => (at >= to ? at + by.length - stopgap.length : Math.min(at, from + by.length))
  const had = document.activeElement
  typeInto(field, { from, to, text: by, select: [moved(start), moved(end)] })
  if (had instanceof HTMLElement && had !== field) had.focus()
}
