import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const page = (path: string) => readFileSync(join(import.meta.dirname, '../../', path), 'utf8')

/** The guide for servers. */
export const guide: string = page('../../docs/node.md')

/** Examples of the guide and of the package's own page, by the file that their first line names. */
export const examples: ReadonlyMap<string, string> = new Map(
  Array.from(
    `${guide}\n${page('README.md')}`.matchAll(/^```ts\n\/\/ (\S+)\.ts\n([\s\S]*?)^```$/gm),
    ([, name = '', source = '']) => [name, source],
  ),
)

/** What an example exports: see `docs-examples.ts`. */
export const example = <T>(name: string): Promise<T> => import(/* @vite-ignore */ `docs:${name}`)
