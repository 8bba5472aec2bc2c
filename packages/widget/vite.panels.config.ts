import { defineConfig } from 'vite'
import { assets, browsers, languages, moduleList, terseModules } from './vite.plugins.ts'

const texts = Object.fromEntries(
  languages.flatMap((language) => [
    [`prompt-texts-${language}`, `src/locales/prompt/${language}.ts`],
    [`help-texts-${language}`, `src/locales/help/${language}.ts`],
    [`panel-texts-${language}`, `src/locales/panel/${language}.ts`],
    [`capture-texts-${language}`, `src/locales/capture/${language}.ts`],
  ]),
)

/** What a person opens, each kind a download of its own: ES modules, and a file of texts a language. */
export default defineConfig({
  plugins: [terseModules(), moduleList('dist/panels.modules.json')],
  build: {
    outDir: assets,
    emptyOutDir: true,
    target: browsers,
    cssTarget: browsers,
    reportCompressedSize: false,
    // A library, because Vite wraps the dynamic imports of an app in a preloader of 2 kB.
    lib: {
      entry: {
        outbox: 'src/runtime/deliver.ts',
        identity: 'src/runtime/identity.ts',
        rooms: 'src/runtime/rooms.ts',
        inline: 'src/runtime/inline.ts',
        ways: 'src/panels/survey/ways.ts',
        'follow-up': 'src/panels/follow-up.ts',
        trial: 'src/runtime/trial.ts',
        triggers: 'src/triggers/triggers.ts',
        help: 'src/panels/help.ts',
        further: 'src/panels/further.ts',
        messages: 'src/panels/messages.ts',
        ideas: 'src/panels/ideas.ts',
        capture: 'src/panels/capture.ts',
        status: 'src/status/more-of.ts',
        preview: 'src/preview/preview.ts',
        ...texts,
      },
      formats: ['es'],
    },
    rollupOptions: {
      preserveEntrySignatures: 'allow-extension',
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: '[name].js',
        minify: true,
        comments: false,
        // What panels share comes with the help panel, not in a request of its own.
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            // The first that fits: what help does without until something is chosen.
            {
              name: 'further',
              test: /[\\/]src[\\/](ui[\\/](file-size|time|votes|waiting-item)|panels[\\/]further)[\\/.]/,
            },
            { name: 'help', test: /[\\/]src[\\/](ui|panels[\\/](help|home|ticket))[\\/.]|attachment-limits/ },
            {
              name: 'outbox',
              test: /[\\/]src[\\/]runtime[\\/](alone|claim|deliver|digits|outbox|outbox-store|visitor)\.|to-json|idb-keyval/,
            },
          ],
        },
      },
    },
  },
})
