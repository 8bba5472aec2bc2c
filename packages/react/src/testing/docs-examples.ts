import { compile } from 'svelte/compiler'
import { type Plugin, transformWithOxc } from 'vite'
import { compileScript, parse } from 'vue/compiler-sfc'
import { examples } from './guide.ts'

const prefix = 'docs:'

/** Lets tests import an example by name, `docs:app.vue`, compiled by what compiles it in an app. */
export const docsExamples = (): Plugin => ({
  name: 'docs-examples',
  resolveId(id, importer) {
    if (id.startsWith(prefix)) return `\0${id}`
    // An example may import another one.
    if (importer?.startsWith(`\0${prefix}`) && id.startsWith('./')) return `\0${prefix}app/${id.slice(2)}.tsx`
    return undefined
  },
  load(id) {
    if (!id.startsWith(`\0${prefix}`)) return undefined
    const name = id.slice(prefix.length + 1)
    const source = examples.get(name)
    if (source === undefined) throw new Error(`docs/embedding.md has no example called ${name}`)
    if (name.endsWith('.svelte')) return compile(source, { generate: 'client', filename: name }).js.code
    // Vue leaves TypeScript in place, for Vite.
    const code = name.endsWith('.vue') ? compileVue(name, source) : source
    return transformWithOxc(code, `${name}.tsx`, { jsx: { runtime: 'automatic' } })
  },
})

function compileVue(name: string, source: string): string {
  const compilerOptions = { isCustomElement: (tag: string) => tag.startsWith('heed-') }
  const { descriptor, errors } = parse(source, { filename: name, templateParseOptions: compilerOptions })
  if (errors[0]) throw errors[0]
  return compileScript(descriptor, { id: name, inlineTemplate: true, templateOptions: { compilerOptions } }).content
}
