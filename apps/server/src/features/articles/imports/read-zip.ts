import { setImmediate } from 'node:timers/promises'
import { importedUnpackedBytes, mostImportedFiles } from '@heed/contracts'
import { Unzip, UnzipInflate } from 'fflate'
import { cleanText } from '../../../http/clean-input.ts'
import { problem } from '../../../http/problem.ts'

// A packed byte becomes at most about a thousand: what a step can unpack before it is looked at stays small.
const stepBytes = 16_384

export type ZipLimits = { files: number; unpackedBytes: number }

const limits: ZipLimits = { files: mostImportedFiles, unpackedBytes: importedUnpackedBytes }

/** Files of a zip by path, `/` between folders. `unreadable` are those whose name leads out of the folder, or that cannot be unpacked. */
export type ZipFiles = { files: Map<string, Buffer>; unreadable: string[] }

/**
 * Unpacks a zip in memory, in steps, so that others are served meanwhile. What is counted are bytes as they come out,
 * not the sizes that the zip claims.
 * @throws Problem articles_unreadable where it is no zip, or holds too much
 */
export async function readZip(zip: Buffer, { files: mostFiles, unpackedBytes }: ZipLimits = limits): Promise<ZipFiles> {
  if (zip.subarray(0, 2).toString('latin1') !== 'PK')
    throw problem('articles_unreadable', { detail: 'This is not a zip.' })
  const files = new Map<string, Buffer>()
  const unreadable: string[] = []
  let entries = 0
  let unpacked = 0
  let fault: string | undefined

  const unzip = new Unzip((entry) => {
    entries++
    if (entries > mostFiles) fault = `A zip may hold ${mostFiles} files.`
    if (fault || entry.name.endsWith('/')) return
    const path = pathOf(entry.name)
    if (path === undefined) {
      unreadable.push(entry.name.slice(0, 300))
      return
    }
    if (isHidden(path)) return
    const chunks: Uint8Array[] = []
    entry.ondata = (error, chunk, isLast) => {
      if (error) {
        unreadable.push(path)
        return
      }
      unpacked += chunk.length
      if (unpacked > unpackedBytes) {
        fault = `A zip may hold ${unpackedBytes / 1_000_000} MB when unpacked.`
        entry.terminate()
        return
      }
      chunks.push(chunk)
      if (isLast) files.set(path, Buffer.concat(chunks))
    }
    entry.start()
  })
  unzip.register(UnzipInflate)
  try {
    for (let from = 0; from < zip.length; from += stepBytes) {
      unzip.push(zip.subarray(from, from + stepBytes), from + stepBytes >= zip.length)
      if (fault) break
      if ((from / stepBytes) % 16 === 15) await setImmediate()
    }
  } catch (cause) {
    throw problem('articles_unreadable', {
      detail: 'This zip is damaged, or packed in a way that is not known.',
      cause,
    })
  }
  if (fault) throw problem('articles_unreadable', { detail: fault })
  return withoutCommonFolder({ files, unreadable })
}

/** Undefined where the name leads out of the folder. */
const pathOf = (name: string): string | undefined => {
  const path = cleanText(name).replaceAll('\\', '/').normalize('NFC')
  const parts = path.split('/').filter((part) => part !== '' && part !== '.')
  return path.startsWith('/') || /^[a-z]:/i.test(path) || parts.includes('..') || parts.length === 0
    ? undefined
    : parts.join('/')
}

/** What systems put beside the files: `.git`, `__MACOSX`, `.DS_Store`. */
const isHidden = (path: string) => path.split('/').some((part) => part.startsWith('.') || part === '__MACOSX')

/** A folder around everything, as archives of a repository have it, says nothing; its name changes with the commit. */
const withoutCommonFolder = ({ files, unreadable }: ZipFiles): ZipFiles => {
  const [first = ''] = files.keys()
  const folder = first.slice(0, first.indexOf('/') + 1)
  // Of two or three letters it may be a language.
  if (folder.length < 5 || ![...files.keys()].every((path) => path.startsWith(folder))) return { files, unreadable }
  return { files: new Map([...files].map(([path, bytes]) => [path.slice(folder.length), bytes])), unreadable }
}
