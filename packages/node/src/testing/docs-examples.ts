import { join } from 'node:path'
import { type Plugin, transformWithOxc } from 'vite'
import { examples } from './guide.ts'

const prefix = 'docs:'

/** Lets tests import an example by name, `docs:heed`. What an app has of its own comes from `session.ts`. */
export const docsExamples = (): Plugin => ({
  name: 'docs-examples',
  enforce: 'pre',
  resolveId(id, importer) {
    if (id.startsWith(prefix)) return `\0${id}`
    if (!importer?.startsWith(`\0${prefix}`)) return undefined
    if (id === '@heed/node') return join(import.meta.dirname, '../index.ts')
    if (id === './session.js') return join(import.meta.dirname, 'session.ts')
    return id.startsWith('./') ? `\0${prefix}${id.slice(2).replace(/\.js$/, '')}` : undefined
  },
  load(id) {
    if (!id.startsWith(`\0${prefix}`)) return undefined
    const name = id.slice(prefix.length + 1)
    const source = examples.get(name)
    if (source === undefined) throw new Error(`no guide has an example called ${name}`)
    return transformWithOxc(source, `${name}.ts`)
  },
})
