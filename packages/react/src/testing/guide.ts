import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The embedding guide. */
export const guide: string = readFileSync(join(import.meta.dirname, '../../../../docs/embedding.md'), 'utf8')

/** Its examples that say in their first line which file they are. */
export const examples: ReadonlyMap<string, string> = new Map(
  Array.from(
    guide.matchAll(/^```(?:tsx|vue|svelte)\n(?:\/\/|<!--) (\S+)(?: -->)?\n([\s\S]*?)^```$/gm),
    ([, name = '', source = '']) => [name, source],
  ),
)

/** What an example exports, compiled by what compiles it in an app: see `docs-examples.ts`. */
export const example = async <T>(name: string): Promise<T> => (await import(/* @vite-ignore */ `docs:${name}`)).default
