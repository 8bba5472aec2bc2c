import { isTypeAliasDeclaration } from 'typescript/unstable/ast/is'
import { API, NodeBuilderFlags, type Project, SymbolFlags } from 'typescript/unstable/sync'
import type { Plugin } from 'vite'

const folder = import.meta.dirname
const entry = `${folder}/src/npm/index.ts`
const expanded = NodeBuilderFlags.NoTruncation | NodeBuilderFlags.InTypeAlias | NodeBuilderFlags.MultilineObjectLiterals

/** One file of declarations that needs neither the contracts nor zod, made from what the npm entry exports. */
export const declarations = (): Plugin => ({
  name: 'heed-declarations',
  generateBundle() {
    const api = new API({ cwd: folder })
    try {
      const configFile = `${folder}/tsconfig.json`
      const project = api.updateSnapshot({ openProject: configFile }).getProject(configFile)
      if (!project) throw new Error(`${configFile} is no project`)
      this.emitFile({ type: 'asset', fileName: 'index.d.ts', source: declarationsOf(project) })
    } finally {
      api.close()
    }
  },
})

/** Types stand as they are written, comments and all; of a schema's type stands what it comes to. */
function declarationsOf(project: Project): string {
  const { checker, program } = project
  const file = program.getSourceFile(entry)
  const module = file && checker.getSymbolAtLocation(file)
  if (!module) throw new Error(`${entry} exports nothing`)

  const declared = checker.getExportsOfModule(module).map((exported) => {
    const symbol = exported.flags & SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported
    // A schema shares its name with its type: the type comes last.
    const node = symbol.declarations.at(-1)?.resolve(project)
    if (node && isTypeAliasDeclaration(node)) {
      const written = node.getSourceFile().text.slice(node.pos, node.end).trim()
      if (!written.includes('z.infer<')) return written
      const comesTo = checker.getDeclaredTypeOfSymbol(symbol)
      return `export type ${symbol.name} = ${checker.typeToString(comesTo, undefined, expanded)}`
    }
    const type = checker.getTypeOfSymbol(symbol)
    if (!type) throw new Error(`${symbol.name} has no type`)
    const comment = symbol.getDocumentationComment(checker).replaceAll('\n', '\n * ')
    return `/**\n * ${comment}\n */\nexport declare const ${symbol.name}: ${checker.typeToString(type)}`
  })
  return `${declared.join('\n\n')}\n`
}
